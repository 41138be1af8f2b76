//! Views: domain values, signals and callbacks in, markup out.
//!
//! Owns: what is on the page and what it is called there. Refuses: HTTP and browser effects, which are
//! `state`'s and below.

pub mod button;
pub mod caption;
pub mod cards;
pub mod charts;
pub mod chip_text;
pub mod chips;
pub mod choice;
pub mod compare;
pub mod copying;
pub mod countdown;
pub mod desk_bar;
pub mod developer;
pub mod dialog;
pub mod disclosure;
pub mod export_dialog;
pub mod external;
pub mod failure;
pub mod metric;
pub mod filter_panel;
pub mod held;
pub mod help_dialog;
pub mod icon;
pub mod key_field;
pub mod masthead;
pub mod modifier;
pub mod more_metrics;
pub mod near;
pub mod notes;
pub mod pager;
pub mod pasted_report;
pub mod plain;
pub mod player;
pub mod query_form;
pub mod range_field;
pub mod sales_line;
pub mod select;
pub mod settings_dialog;
pub mod source_field;
pub mod status;
pub mod sums;
pub mod switch;
pub mod table;
pub mod tag;
pub mod toolbar;
pub mod video_card;
pub mod views;
pub mod ways;
pub mod whole;
