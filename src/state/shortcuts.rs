//! Owns: single keys: whether they are on, and what each does: mostly it presses a button of the card, so that it
//! does the same whichever program has drawn that. Refuses: firing while something is typed; `browser::keys` tells.

use std::time::Duration;

use leptos::prelude::*;

use crate::state::form::Form;
use crate::storage::web_storage::Store;
use crate::platform::{articles, keys};
use crate::domain::shortcut::Shortcut;

const STORED: &str = "clipcart.shortcuts";
const OFF: &str = "off";

/// How long what was done is said.
const SAID: Duration = Duration::from_secs(4);

/// What plays a card's clip or closes its player, and what selects its video for comparison.
const PLAYS: &str = ".media__play,.media__close";
const SELECTS: &str = ".select";

/// The shortcuts, as signals.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    /// Whether single keys do anything: speech input types letters where no one meant any.
    pub on: RwSignal<bool>,
    /// Whether the list of them is open.
    pub help: RwSignal<bool>,
    /// What a key could not do, in words.
    pub said: RwSignal<String>,
    /// The card that they were last at.
    card: StoredValue<Option<String>>,
    silence: StoredValue<Option<TimeoutHandle>>,
}

impl Shortcuts {
    /// Reads what was kept.
    pub fn restore() -> Self {
        Self {
            on: RwSignal::new(Store::Browser.get(STORED).as_deref() != Some(OFF)),
            help: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            card: StoredValue::new(None),
            silence: StoredValue::new(None),
        }
    }

    pub fn set_on(self, on: bool) {
        match on {
            true => Store::Browser.remove(STORED),
            false => {
                Store::Browser.set(STORED, OFF);
            }
        }
        self.on.set(on);
    }

    /// Listens for as long as the owner around lives.
    pub fn listen(self, form: Form) {
        let keys = window_event_listener(leptos::ev::keydown, move |event| {
            let Some(press) = keys::press(&event).filter(|_| self.on.get_untracked()) else {
                return;
            };
            let shortcut = Shortcut::of_key(&press.key, press.shift)
                .filter(|shortcut| shortcut.repeats() || !press.repeated)
                .filter(|shortcut| *shortcut != Shortcut::Play || !press.on_control);
            // What does nothing is left to the browser.
            if shortcut.is_some_and(|shortcut| self.act(shortcut, form).is_some()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || keys.remove());
    }

    fn act(self, shortcut: Shortcut, form: Form) -> Option<()> {
        match shortcut {
            Shortcut::Ids => form.focus(),
            Shortcut::Help => self.help.set(true),
            Shortcut::Next | Shortcut::Previous => {
                let from = articles::focused().or_else(|| self.card.get_value());
                let there = articles::step(from.as_deref(), shortcut == Shortcut::Previous)?;
                self.card.set_value(Some(there));
            }
            Shortcut::Play => {
                articles::press(PLAYS)?;
            }
            Shortcut::Compare => {
                // A card that was drawn anew has lost the focus.
                if articles::focused().is_none() {
                    articles::focus(&self.card.get_value()?)?;
                }
                self.say(articles::press(SELECTS)?);
            }
        }
        Some(())
    }

    fn say(self, refusal: String) {
        self.said.set(refusal);
        if let Some(earlier) = self.silence.get_value() {
            earlier.clear();
        }
        let silence = set_timeout_with_handle(move || self.said.set(String::new()), SAID);
        self.silence.set_value(silence.ok());
    }
}
