//! Formats the beginning of a JSON text for reading. It does not parse it: every token stays as it is, so that no id
//! passes through a number, and text that is not JSON is formatted as well.

/// The text with one value per line, up to about `limit` bytes, and whether that is all of it.
#[must_use]
pub fn indented(json: &str, limit: usize) -> (String, bool) {
    let mut lines = String::new();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for c in json.chars() {
        if lines.len() >= limit {
            return (lines, false);
        }
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            lines.push(c);
            continue;
        }
        match c {
            ' ' | '\t' | '\r' | '\n' => continue,
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                // Empty objects and lists stay on one line.
                if !lines.ends_with(['{', '[']) {
                    new_line(&mut lines, depth);
                }
                lines.push(c);
                continue;
            }
            '"' => quoted = true,
            _ => {}
        }
        if lines.ends_with(['{', '[']) {
            new_line(&mut lines, depth);
        }
        lines.push(c);
        match c {
            '{' | '[' => depth += 1,
            ',' => new_line(&mut lines, depth),
            ':' => lines.push(' '),
            _ => {}
        }
    }
    (lines, true)
}

/// The maximum indentation, so that a text of nothing but brackets has no long lines.
const MAX_DEPTH: usize = 16;

fn new_line(lines: &mut String, depth: usize) {
    lines.push('\n');
    lines.extend(std::iter::repeat_n("  ", depth.min(MAX_DEPTH)));
}
