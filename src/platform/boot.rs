//! Adopts the static page: what was typed into its form before the program started, and where the cursor was.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::domain::query::form::RawForm;
use crate::platform::field::number_of;

/// What the user did before the program started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BootFormState {
    pub ids: String,
    pub page: String,
    pub size: String,
    /// Whether anything was typed. It then wins over the address.
    pub is_touched: bool,
    /// Whether "Search" was pressed already.
    pub is_submitted: bool,
    /// The id of the focused field, with the selection of the ids field.
    pub focus: Option<(String, u32, u32)>,
}

impl BootFormState {
    /// The fields as the form holds them.
    pub fn raw_form(&self) -> RawForm {
        RawForm {
            ids: self.ids.clone(),
            page: self.page.clone(),
            size: self.size.clone(),
            allows_rounded: false,
        }
    }
}

/// Reads the static form and removes the static page.
pub fn adopt_boot_form() -> BootFormState {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return BootFormState::default();
    };
    let boot = read(&document).unwrap_or_default();
    if let Some(page) = document.get_element_by_id("boot-page") {
        page.remove();
    }
    boot
}

/// Puts the focus and the cursor back.
pub fn restore_focus(boot: &BootFormState) {
    let Some((id, start, end)) = &boot.focus else {
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
    let (page_text, size_text) = (number_of(&page), number_of(&size));
    let touched = !area.value().is_empty()
        || page_text != page.default_value()
        || size_text != size.default_value();
    let focused = document.active_element().map(|element| element.id());
    let selection = |read: Result<Option<u32>, _>| read.ok().flatten().unwrap_or(0);
    Some(BootFormState {
        ids: area.value(),
        page: page_text,
        size: size_text,
        is_touched: touched,
        is_submitted: form.has_attribute("data-submitted"),
        focus: focused.filter(|id| !id.is_empty()).map(|id| {
            (
                id,
                selection(area.selection_start()),
                selection(area.selection_end()),
            )
        }),
    })
}
