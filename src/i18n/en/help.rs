//! Help.

use super::shell::SHELL;
use crate::domain::metrics::{Direction, Unit};
use crate::domain::shortcut::Shortcut;
use crate::i18n::texts::help::HelpTexts;

pub const HELP: HelpTexts = HelpTexts {
    title: SHELL.help,
    shortcuts: "Keyboard shortcuts",
    shortcuts_note: "Single keys do nothing while you type. They can be turned off in Settings.",
    shortcuts_are_off: "Single keys are turned off in Settings.",
    shortcut: |shortcut| match shortcut {
        Shortcut::Ids => "Go to the video IDs",
        Shortcut::Next => "Next card",
        Shortcut::Previous => "Previous card",
        Shortcut::Play => "On a card: play the clip, or close it",
        Shortcut::Compare => "On a card: select it for comparison, or deselect it",
        Shortcut::Help => "Open this help",
    },
    space: "Space",
    search: "In the form: search",

    metrics: "Metrics",
    metrics_note: "A metric that can't be calculated is shown as “—”, never as 0.",
    metric: "Metric",
    formula: "Definition",
    unit: "Unit",
    unit_name: |unit| match unit {
        Unit::Count => "count",
        Unit::Dollars => "US$",
        Unit::Ratio => "number",
        Unit::Percent => "percent",
        Unit::Seconds => "min:s",
    },
    higher_is_better: "Higher is better",
    direction: |direction| match direction {
        Direction::MoreIsBetter => "yes",
        Direction::Neither => "not applicable",
    },
};
