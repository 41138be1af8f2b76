//! The table.

use super::metrics::metric;
use crate::domain::rows::column::Column;
use crate::i18n::texts::table::TableTexts;

pub const TABLE: TableTexts = TableTexts {
    caption: |rows| format!("结果表格，共 {rows} 条记录"),
    video: "视频",
    column: |column| match column {
        Column::Caption => "文案".to_owned(),
        Column::Hashtags => "话题标签".to_owned(),
        Column::Region => "地区".to_owned(),
        Column::Published => "发布时间".to_owned(),
        Column::Creator => "达人".to_owned(),
        Column::VideoId => "视频 ID".to_owned(),
        Column::Product => "商品".to_owned(),
        Column::Price => "价格".to_owned(),
        Column::Metric(which) => metric(which).name.to_owned(),
        Column::Imported(index) => format!("文件第 {} 列", index + 1),
    },
    show_card: |caption| format!("查看卡片：{caption}"),
    sort_level: |level, descending| match descending {
        true => format!("第 {level} 级排序，降序"),
        false => format!("第 {level} 级排序，升序"),
    },
    sort_hint: "按住 Shift 点击可添加排序条件",

    columns: "列设置",
    columns_shown: "已显示，按此顺序",
    columns_hidden: "已隐藏",
    move_up: |column| format!("上移{column}"),
    move_down: |column| format!("下移{column}"),
    hide: |column| format!("隐藏{column}"),
    show: |column| format!("显示{column}"),
    reset_columns: "恢复默认列",
};
