//! The beginning of a long text, which a field shows in place of all of it.

/// From how many bytes a text is long: about 1,000 ids. Browsers lay out a text area whole, also the lines that are out
/// of view (docs/architecture.md, Speed).
const LONG: usize = 20_000;
/// How many bytes of a long text are shown at most.
const SHOWN: usize = 2_000;

/// Whether only the beginning of a text is shown.
#[must_use]
pub fn is_long(text: &str) -> bool {
    text.len() >= LONG
}

/// The first lines of a long text, with "…" below them. A line that is too long is cut.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let shown = &text[..text.floor_char_boundary(SHOWN)];
    match shown.rsplit_once('\n') {
        Some((lines, _)) => format!("{lines}\n…"),
        None => format!("{shown}…"),
    }
}
