//! Prints the texts of the page before the program is there as JSON, by language.
//! `scripts/boot-texts.mjs` puts them into `index.html` and `boot.js`.

#[path = "../../../src/i18n/boot.rs"]
mod boot;

use boot::{BootPageTexts, BootScriptTexts, BootTexts, EN, ZH};

/// A struct of texts as a JSON object. A field that is not named does not compile.
macro_rules! object_of {
    ($texts:expr, $of:ident { $($field:ident)* }) => {{
        let $of { $($field),* } = $texts;
        object(&[$((stringify!($field), string($field))),*])
    }};
}

fn main() {
    println!("{}", object(&[("en", language(EN)), ("zh", language(ZH))]));
}

fn language(BootTexts { page, script }: BootTexts) -> String {
    let page = object_of!(page, BootPageTexts {
        title description tagline ids_label ids_hint ids_placeholder advanced advanced_hint page_label size_label search
        search_shortcut one_credit broken late no_script
    });
    let script = object_of!(script, BootScriptTexts { too_old not_loaded not_started reload });
    object(&[("page", page), ("script", script)])
}

fn object(fields: &[(&str, String)]) -> String {
    let fields = fields
        .iter()
        .map(|(name, json)| format!("\"{name}\":{json}"));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

fn string(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            letter if letter.is_control() => format!("\\u{:04x}", u32::from(letter)),
            letter => letter.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::{object, string};

    #[test]
    fn what_json_reserves_is_escaped() {
        assert_eq!(string("a \"b\" \\ c\nd é"), r#""a \"b\" \\ c\u000ad é""#);
        let fields = [("one", string("1")), ("two", object(&[]))];
        assert_eq!(object(&fields), r#"{"one":"1","two":{}}"#);
    }
}
