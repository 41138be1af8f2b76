//! Owns: a result before the analysis is there: its cards, and the ways to the analysis.
//! Refuses: order, filter and the rest, which are the analysis's.

use leptos::prelude::*;

use crate::components::card::cards::{STEP, card_list, places};
use crate::components::card::select_button::offer_button;
use crate::components::tag::Tag;
use crate::components::card::video_card;
use crate::components::results::ways::ways;
use crate::state::derived::derived;
use crate::state::desk_program::DeskProgram;
use crate::state::page::Page;
use crate::state::playing::Playing;

/// The bar, and the cards in the order asked.
pub fn plain(page: &Page, program: DeskProgram, playing: Playing) -> Vec<Tag> {
    let lines = page.rows.clone();
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
