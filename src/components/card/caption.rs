//! Owns: a caption, as long as it may be. Refuses: hiding it: it is normalize_text, and unfolds.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, said};
use crate::components::tag::Tag;
use crate::i18n::Texts;

/// Captions beyond this many characters may be cut and get a button; two lines always hold fewer.
const SHORT: usize = 70;

/// The caption, normalize_text to two lines, and the way to unfold it.
pub fn caption(caption: &str, t: &'static Texts) -> Vec<Tag> {
    if caption.is_empty() {
        return vec![said("p", t.no_caption).class("caption caption--none")];
    }
    let text = said("p", caption).class("caption").attr("dir", "auto");
    if caption.chars().count() <= SHORT && !caption.contains('\n') {
        return vec![text];
    }
    let expanded = RwSignal::new(false);
    let class = move || {
        if expanded.get() {
            "caption"
        } else {
            "caption caption--clamped"
        }
    };
    let toggle = bare_button(ButtonVariant::Text)
        .live_attr("aria-expanded", move || {
            Some(if expanded.get() { "true" } else { "false" })
        })
        .live_text(move || {
            if expanded.get() {
                t.show_less
            } else {
                t.show_more
            }
            .to_owned()
        })
        .press(move || expanded.update(|expanded| *expanded = !*expanded));
    vec![text.live_attr("class", move || Some(class())), toggle]
}
