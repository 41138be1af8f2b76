//! Texts of a video's card and its player.

pub struct CardTexts {
    pub video: fn(id: &str) -> String,
    pub no_caption: &'static str,
    pub show_more: &'static str,
    pub show_less: &'static str,
    pub hashtags: &'static str,
    pub published: fn(date: &str) -> String,
    pub creator: &'static str,
    pub open_on_tiktok: &'static str,
    /// The values of the user's own file.
    pub from_file: &'static str,
    /// When KeyAPI sent a video's data.
    pub data_from: &'static str,

    pub no_cover: &'static str,
    pub play: &'static str,
    pub close_player: &'static str,
    pub clip: &'static str,
    pub clip_expired: fn(ago: &str) -> String,
    pub clip_missing: &'static str,
    pub clip_unusable: &'static str,
    pub clip_broken: &'static str,
    pub tiktok_player: &'static str,
    pub tiktok_player_note: &'static str,

    pub product: fn(id: &str) -> String,
    pub unknown_product: &'static str,
    pub product_count: fn(count: usize) -> String,
    pub not_totaled: &'static str,
    pub estimated: &'static str,
    pub estimated_dollars: &'static str,
    pub all_metrics: &'static str,

    pub copy_video_id: &'static str,
    pub copy_creator_id: &'static str,
    pub copy_product_id: &'static str,
    pub compare: &'static str,
    pub compare_video: fn(name: &str) -> String,
    pub more_cards: fn(count: &str) -> String,
}
