//! Single-key shortcuts: whether they are on, and what each does.

use leptos::prelude::*;
use leptos::{ev, leptos_dom::helpers::TimeoutHandle};
use leptos_use_event_listener::use_event_listener;
use leptos_use_window::use_window;

use super::analysis::Analysis;
use super::card_focus::CardFocus;
use super::form::Form;
use super::playing::Playing;
use crate::domain::shortcut::Shortcut;
use crate::platform::keys;
use crate::storage::web_storage::Store;

const STORED: &str = "clipcart.shortcuts";
const OFF: &str = "off";

/// How long a notice is shown.
const NOTICE: std::time::Duration = std::time::Duration::from_secs(4);

/// The shortcuts, as signals.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    /// Speech input types letters that nobody meant as shortcuts, so they can be switched off.
    pub is_on: RwSignal<bool>,
    /// Whether Help is open.
    pub is_help_open: RwSignal<bool>,
    /// Whether a shortcut was refused because enough videos are selected; shown for a moment.
    pub is_selection_full: RwSignal<bool>,
    hide_notice: StoredValue<Option<TimeoutHandle>>,
}

/// What the shortcuts act on.
#[derive(Clone, Copy)]
pub struct ShortcutTargets {
    pub form: Form,
    pub analysis: Analysis,
    pub card_focus: CardFocus,
    pub playing: Playing,
}

impl Shortcuts {
    /// Reads what was stored.
    pub fn restore() -> Self {
        Self {
            is_on: RwSignal::new(Store::Browser.get(STORED).as_deref() != Some(OFF)),
            is_help_open: RwSignal::new(false),
            is_selection_full: RwSignal::new(false),
            hide_notice: StoredValue::new(None),
        }
    }

    pub fn set_on(self, on: bool) {
        match on {
            true => Store::Browser.remove(STORED),
            false => {
                Store::Browser.set(STORED, OFF);
            }
        }
        self.is_on.set(on);
    }

    /// Listens for keys for as long as the current owner lives.
    pub fn listen(self, targets: ShortcutTargets) {
        let _ = use_event_listener(use_window(), ev::keydown, move |event| {
            let Some(press) = keys::press(&event).filter(|_| self.is_on.get_untracked()) else {
                return;
            };
            let shortcut = Shortcut::of_key(&press.key, press.shift)
                .filter(|shortcut| shortcut.repeats() || !press.repeated)
                .filter(|shortcut| *shortcut != Shortcut::Play || !press.on_control);
            // A key that does nothing is left to the browser.
            if shortcut.is_some_and(|shortcut| self.run(shortcut, targets).is_some()) {
                event.prevent_default();
            }
        });
    }

    fn run(self, shortcut: Shortcut, targets: ShortcutTargets) -> Option<()> {
        let ShortcutTargets {
            form,
            analysis,
            card_focus,
            playing,
        } = targets;
        match shortcut {
            Shortcut::Ids => form.edit(),
            Shortcut::Help => self.is_help_open.set(true),
            Shortcut::Next => card_focus.step(false, analysis)?,
            Shortcut::Previous => card_focus.step(true, analysis)?,
            Shortcut::Play => playing.toggle(card_focus.current()?),
            Shortcut::Compare => {
                let id = card_focus.current()?;
                match analysis.is_selection_full(id).get_untracked() {
                    true => self.show_selection_full(),
                    false => analysis.replace_view(|view| view.toggle(id)),
                }
            }
        }
        Some(())
    }

    fn show_selection_full(self) {
        if let Some(earlier) = self.hide_notice.get_value() {
            earlier.clear();
        }
        self.is_selection_full.set(true);
        let hide = set_timeout_with_handle(move || self.is_selection_full.set(false), NOTICE);
        self.hide_notice.set_value(hide.ok());
    }
}
