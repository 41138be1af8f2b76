//! Single keys: each is one thing, with Caps Lock too, and another key is none.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::shortcut::Shortcut;
use strum::VariantArray;

#[test]
fn a_key_does_one_thing() {
    use Shortcut::*;
    let cases = [
        ("/", false, Some(Ids)),
        // Where the mark is on another key with Shift.
        ("/", true, Some(Ids)),
        ("?", true, Some(Help)),
        ("?", false, Some(Help)),
        ("j", false, Some(Next)),
        ("k", false, Some(Previous)),
        ("c", false, Some(Compare)),
        // Caps Lock.
        ("J", false, Some(Next)),
        ("C", false, Some(Compare)),
        // Shift, with it and without.
        ("J", true, None),
        ("c", true, None),
        (" ", false, Some(Play)),
        // Shift and Space scroll back.
        (" ", true, None),
        ("", false, None),
        ("Process", false, None),
        ("Enter", false, None),
        ("Tab", true, None),
        ("x", false, None),
        ("ｊ", false, None),
    ];
    for (key, shift, expected) in cases {
        assert_eq!(Shortcut::of_key(key, shift), expected, "{key:?} {shift}");
    }
}

#[test]
fn no_two_are_on_one_key() {
    for shortcut in Shortcut::VARIANTS.iter().copied() {
        assert_eq!(Shortcut::of_key(shortcut.into_str(), false), Some(shortcut));
    }
}
