//! English.

mod card;
mod charts;
mod common;
mod compare;
mod developer;
mod errors;
mod export;
mod files;
mod filter;
mod help;
pub mod metrics;
mod plural;
mod products;
mod results;
mod runs;
mod saved;
mod search;
mod settings;
mod shell;
mod summary;
mod table;

use super::texts::Texts;

pub static EN: Texts = Texts {
    shell: shell::SHELL,
    search: search::SEARCH,
    files: files::FILES,
    results: results::RESULTS,
    runs: runs::RUNS,
    saved: saved::SAVED,
    errors: errors::ERRORS,
    card: card::CARD,
    products: products::PRODUCTS,
    table: table::TABLE,
    charts: charts::CHARTS,
    filter: filter::FILTER,
    compare: compare::COMPARE,
    summary: summary::SUMMARY,
    export: export::EXPORT,
    settings: settings::SETTINGS,
    help: help::HELP,
    developer: developer::DEVELOPER,
    common: common::COMMON,
    metric: metrics::metric,
};
