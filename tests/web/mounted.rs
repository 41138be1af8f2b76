//! A view in the document, whose elements are found by role and accessible name.

use clipcart::i18n::Language;
use clipcart::state::locale::Locale;
use leptos::mount::mount_to;
use leptos::prelude::{IntoView, provide_context};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::{document, until};

/// A mounted view. It is removed when this is dropped.
pub struct Mounted {
    host: HtmlElement,
    _view: Box<dyn std::any::Any>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Mounted {
    /// Mounts a view in English. The closure may provide more contexts.
    pub fn new<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let view = mount_to(host.clone(), move || {
            provide_context(Locale::new(Language::English));
            view()
        });
        Self {
            host,
            _view: Box::new(view),
        }
    }

    /// All elements that match a selector.
    pub fn select(&self, selector: &str) -> Vec<Element> {
        let found = self.host.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|index| found.item(index).unwrap().unchecked_into())
            .collect()
    }

    /// All elements with a role, in their order.
    pub fn roles(&self, role: &str) -> Vec<HtmlElement> {
        let tags = match role {
            "button" => "button",
            "checkbox" => "input[type=checkbox]",
            "combobox" => "select",
            "dialog" => "dialog[open]",
            "link" => "a[href]",
            "progressbar" => "progress",
            "region" => "section[aria-label], section[aria-labelledby], [role=region]",
            "radio" => "input[type=radio]",
            "row" => "tr",
            "textbox" => "input[type=text], textarea",
            _ => "",
        };
        let selector = match tags {
            "" => format!("[role={role}]"),
            tags => tags.to_owned(),
        };
        self.select(&selector)
            .into_iter()
            .map(JsCast::unchecked_into)
            .collect()
    }

    /// The elements of this role and name.
    pub fn all(&self, role: &str, name: &str) -> Vec<HtmlElement> {
        let mut found = self.roles(role);
        found.retain(|element| accessible_name(element) == name);
        found
    }

    /// The only element of this role and name.
    pub fn role(&self, role: &str, name: &str) -> HtmlElement {
        let mut found = self.all(role, name);
        assert_eq!(found.len(), 1, "{role} {name:?} in {}", self.text());
        found.remove(0)
    }

    pub fn input(&self, role: &str, name: &str) -> HtmlInputElement {
        self.role(role, name).unchecked_into()
    }

    pub fn click(&self, role: &str, name: &str) {
        self.role(role, name).click();
    }

    /// Waits until there is one element of this role and name.
    pub async fn until_role(&self, role: &str, name: &str) -> HtmlElement {
        until(&format!("{role} {name:?}"), || {
            self.all(role, name).len() == 1
        })
        .await;
        self.role(role, name)
    }

    pub async fn until_gone(&self, role: &str, name: &str) {
        until(&format!("the end of {role} {name:?}"), || {
            self.all(role, name).is_empty()
        })
        .await;
    }

    pub async fn until_text(&self, text: &str) {
        until(&format!("{text:?}"), || self.text().contains(text)).await;
    }

    pub fn text(&self) -> String {
        self.host.text_content().unwrap()
    }
}

/// Types a text into a field, in place of what it holds.
pub fn fill(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    send(field, "input");
    send(field, "change");
}

/// Chooses an option of a list by its value.
pub fn choose(list: &HtmlElement, value: &str) {
    list.unchecked_ref::<HtmlSelectElement>().set_value(value);
    send(list, "change");
}

/// Dispatches an event to an element.
pub fn send(element: &Element, kind: &str) {
    let event = web_sys::Event::new(kind).unwrap();
    element.dispatch_event(&event).unwrap();
}

pub fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Close enough to what assistive tools compute.
fn accessible_name(element: &Element) -> String {
    let by_id = |id: String| document().get_element_by_id(&id);
    let text = |element: Element| element.text_content().unwrap_or_default();
    let label = || {
        let id = element.id();
        let label = match id.is_empty() {
            true => element.closest("label").unwrap(),
            false => document()
                .query_selector(&format!("label[for={id}]"))
                .unwrap(),
        };
        // What a field holds is not its name.
        label.map(|label| text(label).replace(&text(element.clone()), ""))
    };
    let name = element
        .get_attribute("aria-label")
        .or_else(|| {
            element
                .get_attribute("aria-labelledby")
                .and_then(by_id)
                .map(text)
        })
        .or_else(label)
        .unwrap_or_else(|| text(element.clone()));
    name.trim().to_owned()
}

#[wasm_bindgen_test]
fn what_is_mounted_is_removed() {
    let page = Mounted::new(|| "a text of its own");
    assert_eq!(page.text(), "a text of its own");
    drop(page);
    let body = document().body().unwrap().inner_text();
    assert!(!body.contains("a text of its own"));
}
