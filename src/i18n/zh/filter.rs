//! The filter.

use crate::domain::filter::Sold;
use crate::domain::metrics::Unit;
use crate::i18n::texts::filter::FilterTexts;

pub const FILTER: FilterTexts = FilterTexts {
    find: "在结果中查找",
    filter: "筛选",
    filter_count: |count| format!("筛选（{count}）"),
    region: "地区",
    sales: "销售情况",
    any: "不限",
    has_sales: |sold| match sold {
        Sold::Yes => "有销量",
        Sold::No => "无销量",
        Sold::Unknown => "销量未知",
    },
    one_product: "仅含一个商品的视频",
    no_value: "无值",
    published: "发布日期",
    dates_note: "日期按 UTC 计",
    from: "从",
    to: "到",
    metric_range: "指标范围",
    metric: "指标",
    min: "最小值",
    max: "最大值",
    not_a_number: "请输入数字，例如 1500 或 2.5。",
    min_above_max: "最小值大于最大值。",
    not_a_day: "请输入完整日期（1970 年及以后）。",
    from_after_to: "开始日期晚于结束日期。",
    in_unit: |label, unit| match unit {
        Unit::Count | Unit::Ratio => label.to_owned(),
        Unit::Dollars => format!("{label}（美元）"),
        Unit::Percent => format!("{label}（%）"),
        Unit::Seconds => format!("{label}（秒）"),
    },

    active: "已启用的筛选",
    remove: |part| format!("移除筛选：{part}"),
    clear_all: "全部清除",
    between: |min, max| format!("{min} 至 {max}"),
    between_below: |min, max| format!("{min} 至 {max}（不含）"),
    since: |day| format!("{day} 及以后"),
    until: |day| format!("{day} 及以前"),
    at_least: |min| format!("{min} 及以上"),
    at_most: |max| format!("{max} 及以下"),
    below: |max| format!("小于 {max}"),

    no_match: "没有符合筛选条件的视频",
    no_match_advice: "移除部分或全部筛选条件即可查看结果。",
};
