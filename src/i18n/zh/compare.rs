//! The comparison.

use crate::i18n::texts::compare::CompareTexts;

pub const COMPARE: CompareTexts = CompareTexts {
    products: "商品",
    selected_count: |count| format!("已选 {count} 条视频用于对比"),
    selection_full: "最多可对比 6 条视频。",
    none_selected: "尚未选择视频",
    none_selected_advice: "请在卡片上点击“对比”，或在表格中勾选，最多 6 条。",
    not_in_results: |count| format!("所选视频中有 {count} 条不在当前结果中。"),
    title: "对比",
    metric: "指标",
    baseline: "基准",
    set_baseline: "设为基准",
    remove: "移出对比",
    best: "最佳",
    value_per_product: "每个商品各有一个数值，不参与评比。",
};
