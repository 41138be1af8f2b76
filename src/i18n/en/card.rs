//! A video's card.

use super::plural::plural;
use crate::i18n::texts::card::CardTexts;

pub const CARD: CardTexts = CardTexts {
    video: |id| format!("Video {id}"),
    no_caption: "No caption",
    show_more: "Show more",
    show_less: "Show less",
    hashtags: "Hashtags",
    published: |date| format!("Published {date}"),
    from_file: "From your file",
    data_from: "Data from",
    creator: "Creator",
    open_on_tiktok: "Open on TikTok",

    no_cover: "No cover",
    play: "Play video",
    close_player: "Close player",
    clip: "Clip",
    clip_expired: |ago| format!("This clip's link expired {ago}."),
    clip_missing: "There is no clip link for this video.",
    clip_unusable: "This clip's link isn't a secure https link.",
    clip_broken: "This clip couldn't be played from its link.",
    tiktok_player: "Use TikTok player",
    tiktok_player_note: "It loads from tiktok.com.",

    product: |id| format!("Product {id}"),
    unknown_product: "Unknown product",
    product_count: |count| plural(count, "product", "products"),
    not_totaled: "Not totaled: each row may already be the video's total.",
    estimated: "est.",
    estimated_dollars: "est., US$",
    all_metrics: "All metrics",

    copy_video_id: "Copy video ID",
    copy_creator_id: "Copy creator ID",
    copy_product_id: "Copy product ID",
    compare: "Compare",
    compare_video: |name| format!("Compare {name}"),
    more_cards: |count| format!("Show more ({count} left)"),
};
