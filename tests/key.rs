//! The key: what users paste becomes what a header can have, and it is never printed.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::deployment::api_key::ApiKey;
use proptest::prelude::*;

const KEY: &str = "sk-Ab1_2.3~+/=";

fn read(pasted: &str) -> Option<String> {
    ApiKey::new(pasted).map(|key| key.reveal().to_owned())
}

#[test]
fn text_around_a_key_is_removed() {
    let cases = [
        "{K}",
        " {K} ",
        "\t{K}\r\n",
        "\u{3000}{K}\u{a0}",
        "\u{feff}{K}\u{200b}",
        "\"{K}\"",
        "'{K}'",
        " \"{K}\" ",
        "Bearer {K}",
        "bearer {K}",
        "BEARER   {K}",
        "\"Bearer {K}\"",
        "Bearer \"{K}\"",
        "Bearer {K}\n",
    ];
    for pasted in cases {
        let pasted = pasted.replace("{K}", KEY);
        assert_eq!(read(&pasted).as_deref(), Some(KEY), "{pasted:?}");
    }
}

#[test]
fn only_a_complete_scheme_is_removed() {
    for key in ["Bearer", "bearerabc", "Bearer-abc", "x"] {
        assert_eq!(read(key).as_deref(), Some(key));
    }
}

#[test]
fn characters_that_headers_cannot_have_are_refused() {
    let cases = [
        "",
        "  ",
        "\"\"",
        "''",
        "a b",
        "a\tb",
        "a\nb",
        "a\r\nX-Evil: 1",
        "a\0b",
        "a\u{7f}b",
        "密钥",
        "sk-é",
        "sk-\u{200b}x",
        "ｓｋ",
        "Bearer Bearer x",
    ];
    for pasted in cases {
        assert_eq!(read(pasted), None, "{pasted:?}");
    }
}

#[test]
fn debug_shows_nothing() {
    let short = format!("{:?}", ApiKey::new("k").unwrap());
    for key in [KEY, "sk-1234567890", &"x".repeat(500)] {
        let key = ApiKey::new(key).unwrap();
        // The same for every key: it does not even show the length.
        assert_eq!(format!("{key:?}"), short);
        assert!(!format!("{:#?}", Some(&key)).contains(key.reveal()));
    }
}

proptest! {
    #[test]
    fn a_key_is_safe_in_a_header_and_round_trips(pasted in "(Bearer )?[ \"'\\PC]{0,20}") {
        if let Some(key) = read(&pasted) {
            prop_assert!(!key.is_empty() && key.bytes().all(|byte| (0x21..=0x7e).contains(&byte)));
            prop_assert!(pasted.contains(&key));
            prop_assert_eq!(read(&key), Some(key.clone()));
            prop_assert_eq!(read(&format!("Bearer {key}")), Some(key));
        }
    }
}
