//! Texts of Help: the shortcuts, and what is to be known of the metrics.

use crate::domain::metrics::{Direction, Unit};
use crate::domain::shortcut::Shortcut;

pub struct HelpTexts {
    pub title: &'static str,
    pub shortcuts: &'static str,
    pub shortcuts_note: &'static str,
    pub shortcuts_are_off: &'static str,
    pub shortcut: fn(Shortcut) -> &'static str,
    pub space: &'static str,
    pub search: &'static str,

    pub metrics: &'static str,
    pub metrics_note: &'static str,
    pub metric: &'static str,
    pub formula: &'static str,
    pub unit: &'static str,
    pub unit_name: fn(Unit) -> &'static str,
    pub higher_is_better: &'static str,
    pub direction: fn(Direction) -> &'static str,
}
