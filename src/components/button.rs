//! Owns: a plain button. Refuses: anything but a press.

use leptos::prelude::*;

use super::drawing::{Drawn, draw};

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Primary,
    Plain,
    Text,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Plain => "button",
            Self::Text => "button button--text",
        }
    }
}

/// A button with a text.
pub fn button(look: Look, label: &'static str, press: Callback<()>) -> Drawn {
    draw(view! {
        <button type="button" class=look.class() on:click=move |_| press.run(())>
            {label}
        </button>
    })
}

/// What a step costs, beside its button.
pub fn price(text: &'static str) -> Drawn {
    draw(view! { <span class="price">{text}</span> })
}
