//! The filter.

use crate::domain::filter::Sold;
use crate::domain::metrics::Unit;
use crate::i18n::texts::filter::FilterTexts;

pub const FILTER: FilterTexts = FilterTexts {
    find: "Find in results",
    filter: "Filter",
    filter_count: |count| format!("Filter ({count})"),
    region: "Region",
    sales: "Sales",
    any: "Any",
    has_sales: |sold| match sold {
        Sold::Yes => "Has sales",
        Sold::No => "No sales",
        Sold::Unknown => "Sales unknown",
    },
    one_product: "One product per video",
    no_value: "No value",
    published: "Published",
    dates_note: "Dates in UTC",
    from: "From",
    to: "To",
    metric_range: "Metric range",
    metric: "Metric",
    min: "Min",
    max: "Max",
    not_a_number: "Enter a number, such as 1500 or 2.5.",
    min_above_max: "Min is above Max.",
    not_a_day: "Enter a full date, from 1970 on.",
    from_after_to: "From is later than To.",
    in_unit: |label, unit| match unit {
        Unit::Count | Unit::Ratio => label.to_owned(),
        Unit::Dollars => format!("{label} (US$)"),
        Unit::Percent => format!("{label} (%)"),
        Unit::Seconds => format!("{label} (s)"),
    },

    active: "Active filters",
    remove: |part| format!("Remove filter: {part}"),
    clear_all: "Clear all",
    between: |min, max| format!("{min} to {max}"),
    between_below: |min, max| format!("{min} to less than {max}"),
    since: |day| format!("{day} or later"),
    until: |day| format!("{day} or earlier"),
    at_least: |min| format!("{min} or more"),
    at_most: |max| format!("{max} or less"),
    below: |max| format!("less than {max}"),

    no_match: "No videos match your filters",
    no_match_advice: "Remove some of the filters, or all of them, to see results.",
};
