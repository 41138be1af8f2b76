//! A video's card, and the list of cards.

pub mod all_metrics;
pub mod caption;
pub mod cards;
pub mod facts;
pub mod imported_facts;
mod media;
pub mod metric;
pub mod open_player;
pub mod player;
pub mod product;
pub mod sales;
pub mod select_button;
pub mod video_card;
pub mod video_items;
pub mod video_name;

pub use video_card::VideoCard;
