//! The region "Results": what is shown of a search, whatever its state.

pub mod all_pages_toggle;
pub mod current_view;
pub mod empty_states;
pub mod failure;
pub mod failure_steps;
pub mod load_covers;
pub mod loading;
pub mod notes;
pub mod pager;
mod preload;
pub mod price;
pub mod product_names;
pub mod region;
pub mod result_facts;
pub mod storage_notice;
pub mod toolbar;
pub mod view_bar;
pub mod view_switcher;
