//! Texts as words of shells and as strings of programming languages.

/// A word for bash and other POSIX shells. Between single quotes, only a single quote has a meaning.
pub fn posix(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A string for PowerShell. Between single quotes, only a single quote has a meaning.
pub fn power_shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// An argument for a program that is started at the prompt of Windows' `cmd.exe`. Two parsers read it: `cmd.exe`, where
/// carets escape, and then the program, where backslashes escape quotes.
pub fn cmd(text: &str) -> String {
    let argument = windows_argument(text);
    // Between plain quotes, cmd.exe leaves everything but percent signs alone.
    if !text.contains(['"', '%']) {
        return argument;
    }
    // Nothing escapes a percent sign. But a caret after it makes a name that no variable has.
    let mut escaped = String::new();
    let mut follows_percent = false;
    for c in argument.chars() {
        if follows_percent || "()%!^\"<>&|".contains(c) {
            escaped.push('^');
        }
        escaped.push(c);
        follows_percent = c == '%';
    }
    escaped
}

/// A quoted argument, as Windows programs read it: backslashes count only before a quote.
fn windows_argument(text: &str) -> String {
    let mut argument = String::from("\"");
    let mut backslashes = 0;
    for c in text.chars() {
        match c {
            '\\' => backslashes += 1,
            '"' => argument.push_str(&"\\".repeat(backslashes + 1)),
            _ => {}
        }
        if c != '\\' {
            backslashes = 0;
        }
        argument.push(c);
    }
    argument.push_str(&"\\".repeat(backslashes));
    argument.push('"');
    argument
}

/// A text between double quotes, which is written alike in Python, JavaScript and Rust.
pub fn string_literal(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
