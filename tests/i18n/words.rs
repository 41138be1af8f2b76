//! Words that are not used on the page, since the trade has others; and the punctuation of Chinese.

use clipcart::i18n::Language;

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
