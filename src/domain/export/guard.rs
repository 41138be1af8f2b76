//! Keeps the texts of exported tables from being more than texts in a spreadsheet: no control characters, no formulas,
//! and no quote that would join cells.
//!
//! A program may read a table otherwise than it was written: at another separator, without quotes, without spaces around
//! a cell. So each place where any of them could begin a cell is guarded.

use crate::domain::ids::chars::is_invisible;

/// The text with a space in place of each control character that is not `kept`.
#[must_use]
pub fn without_controls(text: &str, kept: &[char]) -> String {
    text.replace(|c: char| c.is_control() && !kept.contains(&c), " ")
}

/// The text with an apostrophe before each formula sign that could begin a cell, and before each quote within the text
/// that could open one.
#[must_use]
pub fn guard_formulas(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    let mut begins_cell = true;
    let mut is_first_cell = true;
    for c in text.chars() {
        if is_separator(c) {
            (begins_cell, is_first_cell) = (true, false);
        } else if begins_cell {
            // At the beginning of the text, the quotes are up to the format.
            let is_risky = is_formula_sign(c) || (c == '"' && !is_first_cell);
            if is_risky {
                guarded.push('\'');
            }
            begins_cell = !is_risky && is_stripped(c);
        }
        guarded.push(c);
    }
    guarded
}

/// The text with a space behind a separator at its end. Where a program separates cells there, a closing quote right
/// behind it would open one.
#[must_use]
pub fn guard_end(text: String) -> String {
    match text.ends_with(is_separator) {
        true => text + " ",
        false => text,
    }
}

/// What begins another cell or row in one program or another.
fn is_separator(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// What a program may remove from the beginning of a cell.
fn is_stripped(c: char) -> bool {
    c == '"' || c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Some spreadsheets treat the full-width and small forms of the signs alike.
fn is_formula_sign(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}
