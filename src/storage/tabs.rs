//! Messages between the tabs of this page. They name answers, and never hold one: the other tab reads the database.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::domain::saving::Keep;

const CHANNEL: &str = "clipcart.answers";

/// What a tab tells the others.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// It stored the answer from this URL.
    Saved(String),
    /// It deleted some answers.
    Deleted,
    /// It deleted all answers and records of runs.
    Cleared,
    /// The user chose how long answers are kept.
    Keep(Keep),
}

struct Tabs {
    channel: BroadcastChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

thread_local! {
    static TABS: RefCell<Option<Tabs>> = const { RefCell::new(None) };
}

/// Calls `f` with each message of another tab, until `close`. Without BroadcastChannel there is none.
pub fn listen(f: impl Fn(Message) + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
        return;
    };
    let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
        let json = event.data().as_string().unwrap_or_default();
        // A newer version of the page may send more kinds.
        if let Ok(message) = serde_json::from_str(&json) {
            f(message);
        }
    });
    channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    TABS.set(Some(Tabs {
        channel,
        _on_message: on_message,
    }));
}

/// Sends a message to the other tabs.
pub fn send(message: &Message) {
    TABS.with_borrow(|tabs| {
        if let (Some(tabs), Ok(json)) = (tabs, serde_json::to_string(message)) {
            // It fails when the page is being closed.
            let _ = tabs.channel.post_message(&json.into());
        }
    });
}

pub fn close() {
    if let Some(tabs) = TABS.take() {
        tabs.channel.close();
    }
}
