//! The totals.

use crate::i18n::texts::summary::SummaryTexts;

pub const SUMMARY: SummaryTexts = SummaryTexts {
    title: "汇总",
    videos: "视频",
    rows: "记录",
    of_all: |some, all| format!("{some} / 共 {all}"),
    median: |value| format!("中位数 {value}"),
    videos_counted: |some, all| format!("{all} 条视频中的 {some} 条"),
    exact_totals: "合计的精确值",
    excluded: "未计入合计的数据",
    unknown_excluded: |metric, count| format!("{metric}：{count} 条视频未计入（无数据）。"),
    multi_product_excluded: |metric, count, min, max| {
        format!(
            "{metric}：{count} 条视频有多个商品，各条记录可能均为整条视频的总额，因此未计入；若计入，合计为 {min} 至 {max}。"
        )
    },
};
