//! The words on the page, as the glossary has them: those that are not used, and texts that are to be these.

use clipcart::i18n::{EN, Language, ZH};

use crate::every::{Line, every};
use crate::{is_han, lines};

/// Not on the English page, as whole words.
const ENGLISH: &str = "figure figures line lines answer answers answered asking asked kept stand stands mend \
                       mended whoever piece pieces token tokens understood brought query queries exactly blanks \
                       odd usual across logarithmic against mark marks base passes desk";

/// Not on the English page, as part of a text.
const ENGLISH_PHRASES: &[&str] = &[
    "duplicates dropped",
    "left out",
    "set out",
    "added up",
    "not named",
    "for free",
    "Correct the",
    "as it came",
    "as published",
    "as it was",
    "nothing of",
    "the way to",
];

/// Not on the Chinese page.
const CHINESE: &[&str] = &[
    "应答",
    "件均价",
    "行商品",
    "商品行",
    "每页行数",
    "运行此查询",
    "结果在此页之前",
    "一组字段",
    "视频片段",
    "不相加",
    "准确值",
    "由本站设定",
    "按查询顺序",
    "不低于",
    "不高于",
    "按百分比",
    "优劣",
    "类型真实",
    "个视频",
    "各行",
    "每行",
    "所有行",
    "行数",
    "播放 ÷",
    "÷ 播放 ",
    "点赞 ",
    "评论 ",
    "分享 ",
    "收藏 ",
    "扣",
];

#[test]
fn words_that_the_glossary_replaces_are_gone() {
    // To mark a file; a chart's marks are its data points.
    let is_allowed = |name: &str, word: &str| name == "export.bom" && word == "mark";
    for (name, Line { text, .. }) in lines(every(Language::English)) {
        let words: Vec<String> = text
            .split(|letter: char| !letter.is_alphabetic() && letter != '\'')
            .map(str::to_lowercase)
            .collect();
        for word in ENGLISH.split_whitespace() {
            let is_used = words.iter().any(|used| used == word) && !is_allowed(&name, word);
            assert!(!is_used, "{name} says {word}: {text}");
        }
        for phrase in ENGLISH_PHRASES {
            let lower = text.to_lowercase();
            assert!(
                !lower.contains(&phrase.to_lowercase()),
                "{name} says {phrase}: {text}"
            );
        }
    }
    for (name, Line { text, .. }) in lines(every(Language::Chinese)) {
        // Videos are counted with 条, their IDs with 个.
        let text = text.replace("视频 ID", "ID");
        for word in CHINESE {
            assert!(!text.contains(word), "{name} says {word}: {text}");
        }
    }
}

#[test]
fn marks_beside_chinese_are_full_width() {
    for (name, Line { text, .. }) in lines(every(Language::Chinese)) {
        let letters: Vec<char> = text.chars().collect();
        for (at, mark) in letters.iter().enumerate() {
            if !",;:!?()".contains(*mark) {
                continue;
            }
            let before = letters[..at].iter().rev().find(|letter| **letter != ' ');
            let after = letters[at + 1..].iter().find(|letter| **letter != ' ');
            let beside = [before, after]
                .into_iter()
                .flatten()
                .any(|letter| is_han(*letter));
            assert!(!beside, "{name} has {mark} beside Chinese: {text}");
        }
        assert!(
            !text.contains("......") && !text.contains("。。"),
            "{name}: {text}"
        );
    }
}

/// The glossary's tables "On the page, English" and "界面中文", where they give whole texts.
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
        (ZH.filter.in_percent.to_owned(), "单位：%"),
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
