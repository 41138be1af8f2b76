//! Owns: the result as charts. Refuses: working out where anything goes, which is `domain::chart`'s.

use super::tag::{Tag, tag};
use crate::state::desk::Desk;

/// The charts of what is shown.
pub fn charts(_: Desk) -> Tag {
    tag("div").class("charts")
}
