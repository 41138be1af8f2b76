//! The desk's rules: lines of videos and products, their order, filter, view, summary and comparison.
#![cfg(not(target_arch = "wasm32"))]

#[path = "desk/chart.rs"]
mod chart;
#[path = "desk/chart_of_any.rs"]
mod chart_of_any;
#[path = "desk/column.rs"]
mod column;
#[path = "desk/compare.rs"]
mod compare;
#[path = "desk/day.rs"]
mod day;
#[path = "desk/facets.rs"]
mod facets;
#[path = "desk/filter.rs"]
mod filter;
#[path = "desk/lines.rs"]
mod lines;
#[path = "desk/made.rs"]
mod made;
#[path = "desk/range.rs"]
mod range;
#[path = "desk/sort.rs"]
mod sort;
#[path = "desk/summary.rs"]
mod summary;
#[path = "desk/view.rs"]
mod view;
#[path = "desk/views.rs"]
mod views;
