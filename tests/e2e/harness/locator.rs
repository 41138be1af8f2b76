//! One element of a page: searching inside it, reading it, clicking, typing, its focus.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::Value;

use super::page::Page;
use super::search::{RoleQuery, all, one, reference};
use super::wait::eventually;

/// A found element.
pub struct Locator<'p> {
    page: &'p Page,
    element: Element,
    what: String,
}

impl<'p> Locator<'p> {
    pub(super) fn new(page: &'p Page, element: Element, what: String) -> Self {
        Self {
            page,
            element,
            what,
        }
    }

    /// Waits for the only element of this role and name inside.
    pub async fn role(&self, role: &str, name: &str) -> Locator<'_> {
        one(self.page, Some(&self.element), RoleQuery::named(role, name)).await
    }

    pub async fn role_like(&self, role: &str, pattern: &str) -> Locator<'_> {
        one(
            self.page,
            Some(&self.element),
            RoleQuery::like(role, pattern),
        )
        .await
    }

    pub async fn all_role(&self, role: &str) -> Vec<Locator<'_>> {
        all(self.page, Some(&self.element), RoleQuery::any(role)).await
    }

    pub async fn click(&self) {
        let clicked = self.element.click().await;
        clicked.unwrap_or_else(|error| panic!("{} cannot be clicked: {error}", self.what));
    }

    /// Clicks twice, as fast as it goes.
    pub async fn double_click(&self) {
        const BUTTON: u64 = MOUSE_BUTTON_LEFT;
        let there = PointerAction::MoveToElement {
            element: self.element.clone(),
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let mut mouse = MouseActions::new("mouse".to_owned()).then(there);
        for _ in 0..2 {
            mouse = mouse
                .then(PointerAction::Down { button: BUTTON })
                .then(PointerAction::Up { button: BUTTON });
        }
        let clicked = self.page.client.perform_actions(mouse).await;
        clicked.unwrap_or_else(|error| panic!("{} cannot be clicked: {error}", self.what));
    }

    /// Types at the end of the field's text.
    pub async fn type_text(&self, text: &str) {
        let typed = self.element.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("{} cannot be typed into: {error}", self.what));
    }

    /// Replaces the field's text by typing.
    pub async fn fill(&self, text: &str) {
        // As a person does: select all, delete. WebDriver's own clearing sends no events.
        const DELETE: &str = "\u{E017}";
        self.js("(it.focus(), it.select())").await;
        self.type_text(&[DELETE, text].concat()).await;
    }

    /// The text, unless the element has been removed.
    pub(super) async fn text_now(&self) -> Option<String> {
        self.element.text().await.ok()
    }

    pub async fn text(&self) -> String {
        self.element.text().await.unwrap()
    }

    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.element.attr(name).await.unwrap()
    }

    /// The value of a field.
    pub async fn value(&self) -> String {
        self.element
            .prop("value")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// The value of an expression in which `it` is the element.
    pub async fn js(&self, expression: &str) -> Value {
        let script = format!("const it = arguments[0]; return ({expression})");
        self.page.run(&script, vec![reference(&self.element)]).await
    }

    /// Waits until the text contains `part`.
    pub async fn until_text(&self, part: &str) {
        eventually(&format!("{part:?} in {}", self.what), async || {
            self.text().await.contains(part)
        })
        .await;
    }

    /// The element as an argument of a script.
    pub fn reference(&self) -> Value {
        reference(&self.element)
    }

    pub async fn has_focus(&self) -> bool {
        self.js("document.activeElement === it").await == true
    }

    /// Waits until the element has the focus.
    pub async fn until_focused(&self) {
        let what = format!("focus on {}", self.what);
        eventually(&what, async || self.has_focus().await).await;
    }

    /// Waits until the element or something inside has the focus.
    pub async fn until_focus_within(&self) {
        let what = format!("focus within {}", self.what);
        eventually(&what, async || {
            self.js("it.contains(document.activeElement)").await == true
        })
        .await;
    }
}
