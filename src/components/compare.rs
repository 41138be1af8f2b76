//! Owns: the selected videos side by side. Refuses: choosing them.

use super::tag::{Tag, tag};
use crate::state::desk::Desk;
use crate::state::playing::Playing;

pub fn compare(_: Desk, _: Playing) -> Tag {
    tag("div").class("compare")
}
