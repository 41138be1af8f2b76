//! Which key was pressed, and whether it may be a shortcut: not while the user types, chooses or composes, and not under a
//! dialog.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// What takes letters itself.
const TYPED_INTO: &str = "textarea,select,input:not([type=checkbox],[type=radio]),\
    [contenteditable]:not([contenteditable=false]),\
    [role=textbox],[role=combobox],[role=listbox],[role=menu]";

/// What takes Space itself.
const PRESSED: &str = "a,button,input,summary,video,audio,iframe,[role=button],[role=checkbox],[role=tab],[role=option]";

/// A key that types nothing where the focus is.
pub struct Press {
    /// What it would type.
    pub key: String,
    pub shift: bool,
    /// Held down, and this is not the first time.
    pub repeated: bool,
    /// Whether the element with the focus takes Space.
    pub on_control: bool,
}

/// The press of a key that the page may take.
pub fn press(event: &Event) -> Option<Press> {
    // A browser that fills in a form sends such events without a key.
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_in = |kind: &str| target.closest(kind).is_ok_and(|found| found.is_some());
    if event.default_prevented() || is_in(TYPED_INTO) {
        return None;
    }
    let dialog = target.owner_document()?.query_selector("dialog[open]");
    if dialog.is_ok_and(|dialog| dialog.is_some()) {
        return None;
    }
    let event: &KeyboardEvent = event.dyn_ref()?;
    // 229 is a key that an input method has taken; some say so only by that.
    let taken = event.is_composing() || event.key_code() == 229;
    let held = event.ctrl_key() || event.alt_key() || event.meta_key();
    (!taken && !held).then(|| Press {
        key: event.key(),
        shift: event.shift_key(),
        repeated: event.repeat(),
        on_control: is_in(PRESSED),
    })
}
