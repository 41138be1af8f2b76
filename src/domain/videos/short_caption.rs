//! A caption as the name of its video: one line, short enough for a screen reader and for the title of a tab.

/// A video's name is about this long at most, in characters.
const LONGEST: usize = 80;

/// The caption in one line, without its end if it is long; `None` if nothing is in it.
#[must_use]
pub fn short_caption(caption: &str) -> Option<String> {
    // Between words where there are some: Chinese and Thai have no spaces.
    let words: Vec<&str> = caption.split_whitespace().collect();
    let line = words.join(" ");
    let Some((end, _)) = line.char_indices().nth(LONGEST) else {
        return (!line.is_empty()).then_some(line);
    };
    let head = &line[..end];
    let last_word = head.rfind(' ').filter(|space| *space > end / 2);
    let cut = last_word.map_or(head, |space| &head[..space]);
    // A joiner at the end would make another sign of what it follows.
    Some(format!("{}…", cut.trim_end_matches('\u{200d}')))
}
