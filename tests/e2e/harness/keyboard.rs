//! Presses keys, wherever the focus is.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

use super::page::Page;

/// WebDriver's codes for keys that are no characters.
pub mod key {
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const SHIFT: char = '\u{E008}';
    pub const CONTROL: char = '\u{E009}';
    pub const ALT: char = '\u{E00A}';
    pub const META: char = '\u{E03D}';
    pub const ESCAPE: char = '\u{E00C}';
    pub const RIGHT: char = '\u{E014}';
    pub const SPACE: char = ' ';
}

impl Page {
    /// Presses the keys together: all go down in order and up in reverse.
    pub async fn press(&self, chord: &[char]) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in chord {
            keys = keys.then(KeyAction::Down { value: *value });
        }
        for value in chord.iter().rev() {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses one key, and waits until the page has received it. A key that never arrives fails
    /// here, and not in an assertion about what the app makes of it.
    pub async fn press_key(&self, value: char) {
        let received = "window.watchedKeys.length";
        let before = self.run(&format!("return {received}"), vec![]).await;
        self.press(&[value]).await;
        let what = format!("the page to receive the key {value:?}");
        self.until(&what, &format!("{received} > {before}")).await;
    }

    /// Holds `value` down together with `with`, until it has repeated so many times.
    pub async fn hold_down(&self, with: char, value: char, times: usize) {
        let mut keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: with });
        for _ in 0..times {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in [value, with] {
            keys = keys.then(KeyAction::Up { value });
        }
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Types text into whatever has the focus.
    pub async fn type_keys(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client.perform_actions(keys).await.unwrap();
    }
}
