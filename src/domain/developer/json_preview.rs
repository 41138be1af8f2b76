//! Owns: the beginning of a JSON text set out in lines, for reading. Refuses: reading it: every token
//! stays as it is, so that no id passes through a number, and what is not JSON comes out all the same.

/// The text, a value a line, up to about `limit` bytes of that; and whether it is all of it.
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
                // What is empty stays in its line.
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

/// Deeper than this nothing gets more room, so that a text of brackets alone makes no long lines.
const DEEPEST: usize = 16;

fn new_line(lines: &mut String, depth: usize) {
    lines.push('\n');
    lines.extend(std::iter::repeat_n("  ", depth.min(DEEPEST)));
}
