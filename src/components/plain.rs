//! Owns: a result before the desk is there: its cards, and the ways to the desk.
//! Refuses: order, filter and the rest, which are the desk's.

use leptos::prelude::*;

use super::cards::{STEP, card_list, places};
use super::select::offer_button;
use super::tag::Tag;
use super::video_card::video_card;
use super::ways::ways;
use crate::state::derived::derived;
use crate::state::desk_program::DeskProgram;
use crate::state::page::Page;
use crate::state::playing::Playing;

/// The bar, and the cards in the order asked.
pub fn plain(page: &Page, program: DeskProgram, playing: Playing) -> Vec<Tag> {
    let lines = page.lines.clone();
    let order = places(&lines);
    let card = move |place: u32| {
        let video = &lines.videos()[place as usize];
        let id = video.id;
        let select = offer_button(move || {
            let view = ["&selected=", &id.to_string()].concat();
            program.open(&view, "view-compare", false);
        });
        video_card(video, lines.at(), select, playing)
    };
    let drawn = RwSignal::new(STEP);
    vec![
        ways(program),
        card_list(derived(move || order.clone()), drawn, card),
    ]
}
