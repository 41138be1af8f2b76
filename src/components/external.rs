//! Owns: links out of the page, which tell the other side nothing. Refuses: choosing where they go.

use super::icon::{icon, shape};
use super::tag::{Tag, tag};

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
