//! Owns: a button that copies a text and says whether it could. Refuses: knowing what the text is.

use std::rc::Rc;

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button};
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::state::copying::{Copied, copying};
use crate::state::locale::texts;

/// Copies what `text` says when pressed; where the browser refuses, the text is shown to be copied by hand.
pub fn copy_button(label: &str, done: &'static str, text: impl Fn() -> String + 'static) -> Tag {
    of_text(label, done, Rc::new(text))
}

fn of_text(label: &str, done: &'static str, text: Rc<dyn Fn() -> String>) -> Tag {
    let t = texts();
    let (outcome, copy) = copying();
    let wanted = text.clone();
    let said = move || {
        if outcome.get() == Some(Copied::Done) {
            done
        } else {
            ""
        }
        .to_owned()
    };
    let by_hand = move || {
        let field = || {
            let text = text();
            // A field of one line would lose the ends of the others.
            match text.contains('\n') {
                true => tag("textarea").attr("readonly", "").text(&text),
                false => tag("input")
                    .attr("type", "text")
                    .attr("readonly", "")
                    .attr("value", &text),
            }
        };
        let refused = outcome.get() == Some(Copied::Refused);
        let label = refused.then(|| {
            tag("label")
                .class("copying__by-hand")
                .text(t.copy_by_hand)
                .with(field())
        });
        label.into_iter().collect()
    };
    let button = bare_button(ButtonVariant::Plain).with(icon(shape::LINK)).text(label);
    tag("span")
        .class("copying")
        .with(button.press(move || copy(wanted())))
        .with(
            tag("span")
                .attr("role", "status")
                .class("copying__said")
                .live_text(said),
        )
        .with(tag("span").class("as-is").live(by_hand))
}
