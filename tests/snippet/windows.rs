//! A command line as Windows reads it: first the prompt of `cmd.exe`, then the C runtime of the program that is started.

/// The arguments of a line at the prompt. `variable` gives the environment.
///
/// # Errors
/// The line is more than one command, or is redirected.
pub fn arguments(
    line: &str,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Vec<String>, String> {
    Ok(split(&unescaped(&expanded(line, variable))?))
}

/// Replaces variables. At the prompt, a percent sign that belongs to none stays.
fn expanded(line: &str, variable: impl Fn(&str) -> Option<String>) -> String {
    let mut expanded = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('%') {
        expanded.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.split_once('%').map(|(name, _)| name);
        let known = name.and_then(|name| {
            let bare = name.split(':').next().unwrap_or_default();
            Some((name.len() + 1, variable(bare)?))
        });
        match known {
            Some((length, value)) => {
                expanded.push_str(&value);
                rest = &rest[length..];
            }
            None => expanded.push('%'),
        }
    }
    expanded + rest
}

/// Removes the carets that escape. Between quotes they don't.
fn unescaped(line: &str) -> Result<String, String> {
    let mut unescaped = String::new();
    let mut is_quoted = false;
    let mut chars = line.trim_end_matches('\n').chars();
    while let Some(c) = chars.next() {
        match c {
            '^' if !is_quoted => unescaped.extend(chars.next()),
            '&' | '|' | '<' | '>' | '\n' if !is_quoted => {
                return Err(format!("{c:?} after {unescaped:?}"));
            }
            _ => {
                is_quoted ^= c == '"';
                unescaped.push(c);
            }
        }
    }
    Ok(unescaped)
}

/// Splits at blanks outside quotes. Backslashes escape a quote that follows them.
fn split(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut argument: Option<String> = None;
    let mut is_quoted = false;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let backslashes = rest.len() - rest.trim_start_matches('\\').len();
        let after = &rest[backslashes..];
        rest = &rest[c.len_utf8()..];
        let text = argument.get_or_insert_default();
        if backslashes > 0 {
            rest = after;
            let is_before_quote = after.starts_with('"');
            let kept = if is_before_quote {
                backslashes / 2
            } else {
                backslashes
            };
            text.push_str(&"\\".repeat(kept));
            if is_before_quote && backslashes % 2 == 1 {
                text.push('"');
                rest = &after[1..];
            }
        } else if c == '"' && is_quoted && rest.starts_with('"') {
            text.push('"');
            rest = &rest[1..];
        } else if c == '"' {
            is_quoted = !is_quoted;
        } else if c == ' ' && !is_quoted {
            arguments.extend(argument.take().filter(|text| !text.is_empty()));
        } else {
            text.push(c);
        }
    }
    arguments.extend(argument);
    arguments
}

#[test]
fn the_reader_reads_as_windows_does() {
    let variable = |name: &str| (name == "PATH").then(|| "C:\\x".to_owned());
    let cases: [(&str, &[&str]); 10] = [
        ("curl a b", &["curl", "a", "b"]),
        (r#"curl "a b" c"#, &["curl", "a b", "c"]),
        (r#"curl "a&b^c" ^&"#, &["curl", "a&b^c", "&"]),
        (r#"curl ^"a^&b^""#, &["curl", "a&b"]),
        (r#"curl "a\"b" "c\\""#, &["curl", "a\"b", "c\\"]),
        (r#"curl "a""b""#, &["curl", "a\"b"]),
        ("curl %PATH% %NONE% 5%", &["curl", r"C:\x", "%NONE%", "5%"]),
        ("curl %PATH:~0,1%", &["curl", r"C:\x"]),
        ("curl ^%^PATH^%", &["curl", "%PATH%"]),
        (r#"curl "%PATH%""#, &["curl", r"C:\x"]),
    ];
    for (line, expected) in cases {
        assert_eq!(arguments(line, variable).unwrap(), expected, "{line}");
    }
    for line in [
        "curl 'a&b'",
        "curl a|b",
        "curl a > b",
        "a\nb",
        r#"curl "a" & "b""#,
    ] {
        assert!(arguments(line, variable).is_err(), "{line}");
    }
}
