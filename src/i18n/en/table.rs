//! The table.

use super::metrics::metric;
use crate::domain::rows::column::Column;
use crate::i18n::texts::table::TableTexts;

pub const TABLE: TableTexts = TableTexts {
    caption: |rows| format!("Results as a table, {rows} rows"),
    video: "Video",
    column: |column| match column {
        Column::Caption => "Caption".to_owned(),
        Column::Hashtags => "Hashtags".to_owned(),
        Column::Region => "Region".to_owned(),
        Column::Published => "Published".to_owned(),
        Column::Creator => "Creator".to_owned(),
        Column::VideoId => "Video ID".to_owned(),
        Column::Product => "Product".to_owned(),
        Column::Price => "Price".to_owned(),
        Column::Metric(which) => metric(which).name.to_owned(),
        Column::Imported(index) => format!("File column {}", index + 1),
    },
    show_card: |caption| format!("Show card: {caption}"),
    sort_level: |level, descending| match descending {
        true => format!("sort level {level}, descending"),
        false => format!("sort level {level}, ascending"),
    },
    sort_hint: "Shift+click to add a sort level",

    columns: "Columns",
    columns_shown: "Shown, in this order",
    columns_hidden: "Hidden",
    move_up: |column| format!("Move {column} up"),
    move_down: |column| format!("Move {column} down"),
    hide: |column| format!("Hide {column}"),
    show: |column| format!("Show {column}"),
    reset_columns: "Reset columns",
};
