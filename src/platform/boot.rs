//! Owns: taking over the static page: what was typed into its form before the app was there, and where
//! the cursor stood. Refuses: judging what was typed.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// What a person did before the app was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BootFormState {
    pub ids: String,
    pub page: String,
    pub size: String,
    /// Whether anything was typed, so that it wins over the address.
    pub touched: bool,
    /// Whether "Search" was pressed already.
    pub submitted: bool,
    /// The id of the focused field, with the selection of the ids field.
    pub focus: Option<(String, u32, u32)>,
}

/// Reads the static form and removes the static page.
pub fn adopt_boot_form() -> BootFormState {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return BootFormState::default();
    };
    let typed = read(&document).unwrap_or_default();
    if let Some(page) = document.get_element_by_id("boot-page") {
        page.remove();
    }
    typed
}

/// Puts the cursor back.
pub fn restore_focus(typed: &BootFormState) {
    let Some((id, start, end)) = &typed.focus else {
        return;
    };
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let _ = element.focus();
    if let Ok(area) = element.dyn_into::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(*start, *end);
    }
}

fn read(document: &Document) -> Option<BootFormState> {
    let form = document.get_element_by_id("boot-form")?;
    let area: HtmlTextAreaElement = document.get_element_by_id("video-ids")?.dyn_into().ok()?;
    let input = |id: &str| {
        document
            .get_element_by_id(id)?
            .dyn_into::<HtmlInputElement>()
            .ok()
    };
    let (page, size) = (input("page-num")?, input("page-size")?);
    let touched = !area.value().is_empty()
        || page.value() != page.default_value()
        || size.value() != size.default_value();
    let focused = document.active_element().map(|element| element.id());
    let selection = |read: Result<Option<u32>, _>| read.ok().flatten().unwrap_or(0);
    Some(BootFormState {
        ids: area.value(),
        page: page.value(),
        size: size.value(),
        touched,
        submitted: form.has_attribute("data-submitted"),
        focus: focused.filter(|id| !id.is_empty()).map(|id| {
            (
                id,
                selection(area.selection_start()),
                selection(area.selection_end()),
            )
        }),
    })
}
