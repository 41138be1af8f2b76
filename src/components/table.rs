//! Owns: the result as a table. Refuses: order and filter, which are `domain`'s.

use super::tag::{Tag, tag};
use crate::state::desk::Desk;

pub fn table(_: Desk) -> Tag {
    tag("div").class("table")
}
