//! Owns: links out of the page, which tell the other side nothing. Refuses: choosing where they go.

use leptos::prelude::*;

use super::drawing::{Drawn, draw};
use super::icon::{icon, shape};

/// A link to another site, in a new tab, without opener or referrer.
pub fn external(href: String, text: String) -> Drawn {
    draw(view! {
        <a class="external" href=href target="_blank" rel="noopener noreferrer">
            {text}
            {icon(shape::OUT)}
        </a>
    })
}
