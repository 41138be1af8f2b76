//! Single-key shortcuts: each key has one action, with Caps Lock as well.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::shortcut::Shortcut;
use strum::VariantArray;

#[test]
fn each_key_has_one_action() {
    use Shortcut::*;
    let cases = [
        ("/", false, Some(Ids)),
        // On keyboards that need Shift for it.
        ("/", true, Some(Ids)),
        ("?", true, Some(Help)),
        ("?", false, Some(Help)),
        ("j", false, Some(Next)),
        ("k", false, Some(Previous)),
        ("c", false, Some(Compare)),
        // Caps Lock.
        ("J", false, Some(Next)),
        ("C", false, Some(Compare)),
        // Shift, with and without Caps Lock.
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
fn no_two_shortcuts_share_a_key() {
    for shortcut in Shortcut::VARIANTS.iter().copied() {
        assert_eq!(Shortcut::of_key(shortcut.into_str(), false), Some(shortcut));
    }
}
