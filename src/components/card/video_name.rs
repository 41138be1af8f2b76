//! What a video is called where only a name fits: for screen readers, and in the title of the tab.

use crate::domain::videos::Video;
use crate::domain::videos::short_caption::short_caption;
use crate::i18n::Texts;

/// The video's caption, cut if it is long, or its id where there is none.
pub fn video_name(video: &Video, t: &Texts) -> String {
    short_caption(&video.caption).unwrap_or_else(|| (t.card.video)(&video.id.to_string()))
}
