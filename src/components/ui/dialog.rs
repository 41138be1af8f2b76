//! Owns: the frame of a dialog: its title, "Close", and the browser's own opening and closing, which keeps
//! where the focus was. Refuses: what is in it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::components::ui::button::{ButtonVariant, bare_button, said};
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::state::effect::effect;
use crate::state::locale::texts;

/// A dialog that is open while `open` is; `shown` runs each time that it has been opened.
pub fn dialog(
    name: &'static str,
    title: &str,
    open: RwSignal<bool>,
    shown: impl Fn() + 'static,
) -> Tag {
    framed(name, title, open, Box::new(shown))
}

/// A dialog whose contents are there only while it is open.
pub fn dialog_of(
    name: &'static str,
    title: &str,
    open: RwSignal<bool>,
    contents: impl Fn() -> Vec<Tag> + 'static,
) -> Tag {
    let contents = move || match open.get() {
        true => contents(),
        false => Vec::new(),
    };
    framed(name, title, open, Box::new(|| {})).with(tag("div").class("dialog__body").live(contents))
}

fn framed(name: &'static str, title: &str, open: RwSignal<bool>, shown: Box<dyn Fn()>) -> Tag {
    let title_id = [name, "-title"].concat();
    let close = bare_button(ButtonVariant::Plain)
        .class("button button--quiet")
        .with(icon(shape::CLOSE))
        .text(texts().close)
        .press(move || open.set(false));
    let head = tag("div")
        .class("dialog__head")
        .with(said("h2", title).attr("id", &title_id))
        .with(close);
    let dialog = tag("dialog")
        .class(&["dialog ", name].concat())
        .attr("aria-labelledby", &title_id)
        .with(head)
        .on("close", move |_| open.set(false));
    if let Some(element) = dialog.element().dyn_ref::<HtmlDialogElement>().cloned() {
        // Showing a dialog is the document's own state, and it keeps where the focus was.
        effect(move || {
            let open = open.get();
            if open && !element.open() && element.show_modal().is_ok() {
                shown();
            } else if !open {
                element.close();
            }
        });
    }
    dialog
}
