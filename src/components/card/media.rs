//! What cover and player show of a video.

use crate::domain::ids::VideoId;
use crate::domain::videos::Video;
use crate::domain::videos::links::MediaUrl;
use crate::domain::videos::playback::Clip;

/// What cover and player show of a video.
#[derive(Clone, PartialEq)]
pub struct Media {
    pub id: VideoId,
    pub cover: Option<MediaUrl>,
    pub clip: Clip,
    pub seconds: Option<u32>,
    pub region: Option<String>,
    pub caption: String,
}

impl Media {
    pub fn of(video: &Video) -> Self {
        Self {
            id: video.id,
            cover: video.cover.clone(),
            clip: video.clip.clone(),
            seconds: video.seconds,
            region: video.region.clone(),
            caption: video.caption.clone(),
        }
    }
}
