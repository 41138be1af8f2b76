//! The static page: all that it says comes from the texts, and it says what the program will.

use clipcart::i18n::Language;

use crate::every::every;
use crate::is_han;

const PAGE: &str = include_str!("../../index.html");
const SCRIPT: &str = include_str!("../../public/boot.js");

/// The keys after each mark in a text: `search` in `data-text="search"`.
fn keys<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    let rest = text.split(mark).skip(1);
    rest.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The names of a part of the boot texts.
fn names(part: &str) -> Vec<String> {
    let texts = every(Language::English).into_iter();
    texts
        .filter_map(|(name, _)| name.strip_prefix(part).map(str::to_owned))
        .collect()
}

/// The English and Chinese text of a field that has one.
fn pair(wanted: &str) -> (String, String) {
    let text = |language| {
        let (_, mut lines) = every(language)
            .into_iter()
            .find(|(name, _)| name == wanted)
            .unwrap_or_else(|| panic!("there is no {wanted}"));
        lines.remove(0).text
    };
    (text(Language::English), text(Language::Chinese))
}

#[test]
fn its_source_has_no_chinese_of_its_own() {
    for source in [PAGE, SCRIPT] {
        let chinese = source
            .split_inclusive('\n')
            .find(|row| row.contains(is_han));
        assert_eq!(chinese, None);
    }
}

#[test]
fn each_of_its_texts_is_there_and_used() {
    let mut used = keys(PAGE, "data-text=\"");
    for mark in ["data-text-content=\"", "data-text-placeholder=\""] {
        used.extend(keys(PAGE, mark));
    }
    let there = names("boot.page.");
    for key in &used {
        assert!(there.contains(&(*key).to_owned()), "{key} has no text");
    }
    for name in &there {
        assert!(used.contains(&&**name), "{name} is not in index.html");
    }
    for name in names("boot.script.") {
        let as_key = SCRIPT.contains(&format!("problem = '{name}'"));
        let as_field = SCRIPT.contains(&format!("texts.{name}"));
        assert!(as_key || as_field, "{name} is not in boot.js");
    }
}

/// It is there before the program; its words are the same, so that nothing jumps.
#[test]
fn the_static_page_says_what_the_program_will() {
    let body = PAGE.split_once("id=\"boot-page\"").unwrap().1;
    let (shown, late) = body.split_once("id=\"boot-late\"").unwrap();
    assert!(late.contains("</noscript>"));
    let keys = keys(shown, "data-text=\"");
    assert!(keys.len() >= 7, "{} texts were found", keys.len());
    let program: Vec<String> = every(Language::English)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("boot."))
        .collect();
    for key in keys {
        let (english, chinese) = pair(&format!("boot.page.{key}"));
        let same = ["shell", "search"].map(|feature| format!("{feature}.{key}"));
        let same = same.iter().find(|name| program.contains(name));
        let same = same.unwrap_or_else(|| panic!("{key} is not among the program's texts"));
        assert_eq!(pair(same), (english, chinese), "{key}");
    }
    assert_eq!(pair("boot.page.title"), pair("shell.page_title"));
    let placeholder = pair("boot.page.ids_placeholder");
    assert_eq!(placeholder, pair("search.ids_placeholder"));
}
