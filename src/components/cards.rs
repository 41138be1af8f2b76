//! Owns: the videos as cards, in the order of their first shown line. Refuses: a card of its own making.

use leptos::prelude::*;

use super::tag::{Tag, tag};
use super::video_card::video_card;
use crate::state::desk::Desk;
use crate::state::playing::Playing;

pub fn cards(desk: Desk, playing: Playing) -> Tag {
    let cards = move || {
        let Some(lines) = desk.lines.get() else {
            return Vec::new();
        };
        let shown = desk.shown.get();
        let mut seen = vec![false; lines.videos().len()];
        let firsts = shown.iter().filter(|line| {
            let video = lines.video_no(**line);
            !std::mem::replace(&mut seen[video], true)
        });
        firsts
            .map(|line| video_card(lines.video(*line), lines.at(), playing))
            .collect()
    };
    tag("div").class("cards").live(cards)
}
