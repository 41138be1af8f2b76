//! Owns: single keys: whether they are on, what each does, and what there is to say of it.
//! Refuses: firing while something is typed; `browser::keys` tells.

use std::time::Duration;

use leptos::prelude::*;

use super::form::Form;
use super::playing::Playing;
use super::search::Search;
use crate::browser::storage::Store;
use crate::browser::{articles, keys};
use crate::domain::shortcut::Shortcut;
use crate::domain::video_id::VideoId;

const STORED: &str = "clipcart.shortcuts";
const OFF: &str = "off";

/// How long what was done is said.
const SAID: Duration = Duration::from_secs(4);

/// What a card's `id` begins with; its video's follows.
const CARD: &str = "video-";

/// The `id` of a video's card.
pub fn card_id(id: VideoId) -> String {
    [CARD, &id.to_string()].concat()
}

/// What became of a selection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// So many videos are selected now.
    Selected(usize),
    /// As many as there can be are selected already.
    Full,
}

/// The shortcuts, as signals.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    /// Whether single keys do anything: speech input types letters where no one meant any.
    pub on: RwSignal<bool>,
    /// Whether the list of them is open.
    pub help: RwSignal<bool>,
    pub said: RwSignal<Option<Said>>,
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
            said: RwSignal::new(None),
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
    pub fn listen(self, search: Search, form: Form, playing: Playing) {
        let keys = window_event_listener(leptos::ev::keydown, move |event| {
            let Some(press) = keys::press(&event).filter(|_| self.on.get_untracked()) else {
                return;
            };
            let shortcut = Shortcut::of_key(&press.key, press.shift)
                .filter(|shortcut| shortcut.repeats() || !press.repeated)
                .filter(|shortcut| *shortcut != Shortcut::Play || !press.on_control);
            // What does nothing is left to the browser.
            if shortcut.is_some_and(|shortcut| self.act(shortcut, search, form, playing).is_some()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || keys.remove());
    }

    fn act(self, shortcut: Shortcut, search: Search, form: Form, playing: Playing) -> Option<()> {
        match shortcut {
            Shortcut::Ids => form.focus(),
            Shortcut::Help => self.help.set(true),
            Shortcut::Next | Shortcut::Previous => {
                let from = articles::focused().or_else(|| self.card.get_value());
                let there = articles::step(from.as_deref(), shortcut == Shortcut::Previous)?;
                self.card.set_value(Some(there));
            }
            Shortcut::Play => playing.toggle(current()?),
            Shortcut::Compare => self.select(current()?, search),
        }
        Some(())
    }

    fn select(self, id: VideoId, search: Search) {
        let before = search.view.get_untracked();
        let mut view = before.clone();
        view.toggle(id);
        self.said.set(Some(match view == before {
            true => Said::Full,
            false => Said::Selected(view.selected.len()),
        }));
        search.look(view, false);
        if let Some(earlier) = self.silence.get_value() {
            earlier.clear();
        }
        let silence = set_timeout_with_handle(move || self.said.set(None), SAID);
        self.silence.set_value(silence.ok());
    }
}

/// The video of the card that the focus is in.
fn current() -> Option<VideoId> {
    articles::focused()?.strip_prefix(CARD)?.parse().ok()
}
