//! Which texts there are: a struct a feature, a field a text. Each language fills all of them in, so that a
//! missing text does not compile.
//!
//! Texts with a value in them are functions. Numbers and dates come in already formatted, by the browser's
//! `Intl`; only counts come as numbers, since a language may have a plural.

pub mod card;
pub mod charts;
pub mod common;
pub mod compare;
pub mod developer;
pub mod errors;
pub mod export;
pub mod files;
pub mod filter;
pub mod help;
pub mod metrics;
pub mod products;
pub mod results;
pub mod runs;
pub mod saved;
pub mod search;
pub mod settings;
pub mod shell;
pub mod summary;
pub mod table;

use crate::domain::metrics::Metric;

/// All texts of one language.
pub struct Texts {
    pub shell: shell::ShellTexts,
    pub search: search::SearchTexts,
    pub files: files::FileTexts,
    pub results: results::ResultsTexts,
    pub runs: runs::RunsTexts,
    pub saved: saved::SavedTexts,
    pub errors: errors::ErrorTexts,
    pub card: card::CardTexts,
    pub products: products::ProductTexts,
    pub table: table::TableTexts,
    pub charts: charts::ChartTexts,
    pub filter: filter::FilterTexts,
    pub compare: compare::CompareTexts,
    pub summary: summary::SummaryTexts,
    pub export: export::ExportTexts,
    pub settings: settings::SettingsTexts,
    pub help: help::HelpTexts,
    pub developer: developer::DeveloperTexts,
    pub common: common::CommonTexts,
    /// A metric's name, formula and unit.
    pub metric: fn(Metric) -> metrics::MetricText,
}
