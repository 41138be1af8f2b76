//! Texts that are to be exactly these.

use clipcart::domain::metrics::Unit;
use clipcart::i18n::{EN, Language, ZH};

use crate::every::{Line, every};

#[test]
fn texts_of_the_glossary_are_as_it_says() {
    let en = [
        ((EN.results.row_count)(10), "10 rows"),
        (EN.results.loading.to_owned(), "Fetching data from KeyAPI…"),
        (
            EN.results.empty_title.to_owned(),
            "No data for these videos",
        ),
        (
            EN.results.empty_advice.to_owned(),
            "New videos take about a day to appear.",
        ),
        (
            EN.results.empty_later_page.to_owned(),
            "This page is past the last result.",
        ),
        (
            (EN.results.ids_without_data)(3),
            "No data returned for 3 IDs",
        ),
        (EN.results.consent_title.to_owned(), "Run this search?"),
        (
            EN.results.consent_note.to_owned(),
            "It is not saved in this browser.",
        ),
        (EN.results.input_order.to_owned(), "Input order"),
        ((EN.search.duplicates_removed)(2), "2 duplicates removed"),
        ((EN.search.items_not_recognized)(1), "1 item not recognized"),
        (EN.search.edit_search.to_owned(), "Edit search"),
        (EN.card.unknown_product.to_owned(), "Unknown product"),
        (
            EN.card.not_totaled.to_owned(),
            "Not totaled: each row may already be the video's total.",
        ),
        (
            EN.shell.bad_config_advice.to_owned(),
            "config.json is invalid. Ask the site's administrator. Details:",
        ),
        (EN.filter.metric_range.to_owned(), "Metric range"),
        (EN.filter.min.to_owned(), "Min"),
        (EN.filter.max.to_owned(), "Max"),
        (
            EN.filter.no_match.to_owned(),
            "No videos match your filters",
        ),
        (EN.table.reset_columns.to_owned(), "Reset columns"),
        (
            EN.table.sort_hint.to_owned(),
            "Shift+click to add a sort level",
        ),
        (EN.summary.excluded.to_owned(), "Excluded from totals"),
        (
            EN.compare.selection_full.to_owned(),
            "You can compare up to 6 videos.",
        ),
        (EN.compare.baseline.to_owned(), "Baseline"),
        (EN.compare.set_baseline.to_owned(), "Set as baseline"),
        (EN.charts.x_axis.to_owned(), "X axis"),
        (EN.charts.log_scale.to_owned(), "Log scale"),
        ((EN.charts.versus)("GMV", "Views"), "GMV vs. views"),
        (EN.charts.data_points.to_owned(), "Data points"),
        ((EN.export.current_view)(5), "Current view (5)"),
        ((EN.export.selected_videos)(5), "Selected videos (5)"),
    ];
    let zh = [
        ((ZH.results.row_count)(10), "10 条记录（视频 × 商品）"),
        (ZH.search.size_label.to_owned(), "每页条数"),
        (ZH.results.run_search.to_owned(), "开始查询"),
        (ZH.results.consent_note.to_owned(), "此查询暂无本地缓存。"),
        (ZH.results.empty_later_page.to_owned(), "已超出最后一页。"),
        (ZH.results.row_not_an_object.to_owned(), "数据格式错误"),
        (ZH.errors.message.to_owned(), "错误信息"),
        (ZH.errors.code.to_owned(), "错误码"),
        (ZH.card.clip.to_owned(), "视频"),
        (
            ZH.card.not_totaled.to_owned(),
            "未合计：各条可能均为整条视频的总额。",
        ),
        (
            ZH.settings.fixed_by_deployment.to_owned(),
            "已由管理员统一配置，不可修改。",
        ),
        (ZH.results.input_order.to_owned(), "默认（输入顺序）"),
        (ZH.filter.min.to_owned(), "最小值"),
        (ZH.filter.max.to_owned(), "最大值"),
        ((ZH.filter.in_unit)("最小值", Unit::Percent), "最小值（%）"),
        (ZH.summary.excluded.to_owned(), "未计入合计的数据"),
        (ZH.export.rows.to_owned(), "导出范围"),
        (ZH.help.higher_is_better.to_owned(), "越高越好"),
        ((ZH.search.folded_ids)(28), "28 个 ID"),
        ((ZH.search.folded_page)("1"), "第 1 页"),
        (ZH.search.edit.to_owned(), "编辑"),
    ];
    for (text, wanted) in en.into_iter().chain(zh) {
        assert_eq!(text, wanted);
    }
    let begin = [
        (
            EN.export.xlsx_note,
            "Native dates and currency, IDs as text",
        ),
        (
            EN.developer.reveal_warning,
            "Your key is visible in this code",
        ),
        (EN.developer.formatted_note, "Formatted"),
        (ZH.export.xlsx_note, "Excel 原生格式"),
    ];
    for (text, start) in begin {
        assert!(text.starts_with(start), "{text}");
    }
    let names = ["播放量", "点赞数", "评论数", "分享数", "收藏数", "件单价"];
    let (_, metrics) = every(Language::Chinese).pop().unwrap();
    for name in names {
        assert!(
            metrics.iter().any(|Line { text, .. }| text == name),
            "{name}"
        );
    }
}
