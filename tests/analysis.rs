//! The rules of the analysis: rows, sort, filter, view, summary, comparison and charts.
#![cfg(not(target_arch = "wasm32"))]

#[path = "analysis/chart.rs"]
mod chart;
#[path = "analysis/chart_of_any.rs"]
mod chart_of_any;
#[path = "analysis/column.rs"]
mod column;
#[path = "analysis/compare.rs"]
mod compare;
#[path = "analysis/day.rs"]
mod day;
#[path = "analysis/facets.rs"]
mod facets;
#[path = "analysis/filter.rs"]
mod filter;
#[path = "analysis/fixtures.rs"]
mod fixtures;
#[path = "analysis/imported.rs"]
mod imported;
#[path = "analysis/narrow.rs"]
mod narrow;
#[path = "analysis/range.rs"]
mod range;
#[path = "analysis/rows.rs"]
mod rows;
#[path = "analysis/sort.rs"]
mod sort;
#[path = "analysis/summary.rs"]
mod summary;
#[path = "analysis/view.rs"]
mod view;
#[path = "analysis/views.rs"]
mod views;
