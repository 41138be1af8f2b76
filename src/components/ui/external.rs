//! Owns: links out of the page, which tell the other side nothing. Refuses: choosing where they go.

use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};

/// A link to another site, in a new tab, without opener or referrer.
pub fn external(href: &str, text: &str) -> Tag {
    tag("a")
        .class("external")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(text)
        .with(icon(shape::OUT))
}
