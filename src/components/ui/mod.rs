//! Shared controls. Their props have fixed types, so that each is compiled once.

pub mod button;
pub mod checkbox;
pub mod copy_button;
pub mod copy_id;
pub mod countdown;
pub mod cover_picture;
pub mod dialog;
pub mod disclosure;
pub mod element_size;
pub mod escape;
pub mod external_link;
pub mod icon;
pub mod infinite_scroll;
pub mod input_value;
pub mod keyed_for;
pub mod lazy_view;
pub mod radio;
pub mod segmented;
pub mod select;
pub mod show;
pub mod tip;
pub mod virtual_rows;
