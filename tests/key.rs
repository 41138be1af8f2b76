//! The key: what people paste becomes what a header can hold, and it never prints itself.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::deployment::api_key::ApiKey;
use proptest::prelude::*;

const KEY: &str = "sk-Ab1_2.3~+/=";

fn read(parsed_ids: &str) -> Option<String> {
    ApiKey::new(parsed_ids).map(|key| key.reveal().to_owned())
}

#[test]
fn what_surrounds_a_key_goes() {
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
    for parsed_ids in cases {
        let parsed_ids = parsed_ids.replace("{K}", KEY);
        assert_eq!(read(&parsed_ids).as_deref(), Some(KEY), "{parsed_ids:?}");
    }
}

#[test]
fn only_a_whole_scheme_is_taken_off() {
    for key in ["Bearer", "bearerabc", "Bearer-abc", "x"] {
        assert_eq!(read(key).as_deref(), Some(key));
    }
}

#[test]
fn what_cannot_stand_in_a_header_is_refused() {
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
    for parsed_ids in cases {
        assert_eq!(read(parsed_ids), None, "{parsed_ids:?}");
    }
}

#[test]
fn debug_shows_nothing_of_it() {
    let short = format!("{:?}", ApiKey::new("k").unwrap());
    for key in [KEY, "sk-1234567890", &"x".repeat(500)] {
        let key = ApiKey::new(key).unwrap();
        // The same for every key: not even its length shows.
        assert_eq!(format!("{key:?}"), short);
        assert!(!format!("{:#?}", Some(&key)).contains(key.reveal()));
    }
}

proptest! {
    #[test]
    fn a_key_is_always_safe_in_a_header_and_reads_back_as_itself(parsed_ids in "(Bearer )?[ \"'\\PC]{0,20}") {
        if let Some(key) = read(&parsed_ids) {
            prop_assert!(!key.is_empty() && key.bytes().all(|byte| (0x21..=0x7e).contains(&byte)));
            prop_assert!(parsed_ids.contains(&key));
            prop_assert_eq!(read(&key), Some(key.clone()));
            prop_assert_eq!(read(&format!("Bearer {key}")), Some(key));
        }
    }
}
