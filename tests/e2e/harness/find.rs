//! Finding things as a person or a screen reader does: by role and accessible name, computed by
//! `@testing-library/dom` in the page.

use std::path::PathBuf;
use std::sync::LazyLock;

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::page::Page;
use super::wait::{eventually, eventually_some};

/// Where WebDriver keeps an element's id in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Firefox runs scripts in a sandbox around the window, so the window is named.
static TESTING_LIBRARY: LazyLock<String> = LazyLock::new(|| {
    let library = node_module("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
    format!("{library}\n;window.TestingLibraryDom ??= globalThis.TestingLibraryDom;")
});

const QUERY: &str = r#"
    const [scope, role, name, pattern] = arguments;
    const library = window.TestingLibraryDom;
    if (!library) return "absent";
    const options = {};
    if (role === "by label") return library.queryAllByLabelText(scope ?? document.body, name);
    if (name !== null) options.name = pattern ? new RegExp(name, "u") : name;
    return library.queryAllByRole(scope ?? document.body, role, options);
"#;

/// In place of a role: fields are looked for by their label.
const BY_LABEL: &str = "by label";

/// An installed npm package's file.
pub(super) fn node_module(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("node_modules")
        .join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}: run npm ci", path.display()))
}

/// What a search looks for.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    role: &'a str,
    name: Option<&'a str>,
    pattern: bool,
}

/// An element found, which can be searched in turn.
pub struct Found<'p> {
    page: &'p Page,
    element: Element,
    what: String,
}

impl Page {
    /// Waits for the only element of this role and name.
    pub async fn role(&self, role: &str, name: &str) -> Found<'_> {
        one(
            self,
            None,
            Wanted {
                role,
                name: Some(name),
                pattern: false,
            },
        )
        .await
    }

    /// The same with a regular expression for the name.
    pub async fn role_like(&self, role: &str, pattern: &str) -> Found<'_> {
        one(
            self,
            None,
            Wanted {
                role,
                name: Some(pattern),
                pattern: true,
            },
        )
        .await
    }

    /// The elements of this role at this moment.
    pub async fn all_role(&self, role: &str) -> Vec<Found<'_>> {
        all(
            self,
            None,
            Wanted {
                role,
                name: None,
                pattern: false,
            },
        )
        .await
    }

    /// The elements of this role and name at this moment.
    pub async fn all_named(&self, role: &str, name: &str) -> Vec<Found<'_>> {
        all(
            self,
            None,
            Wanted {
                role,
                name: Some(name),
                pattern: false,
            },
        )
        .await
    }

    /// Waits until nothing has this role and name.
    pub async fn until_gone(&self, role: &str, name: &str) {
        eventually(&format!("{role} {name:?} to go"), async || {
            self.all_named(role, name).await.is_empty()
        })
        .await;
    }

    /// Waits for the element of this role and name and clicks it.
    pub async fn click(&self, role: &str, name: &str) {
        self.role(role, name).await.click().await;
    }

    /// Waits for the field with this label, for fields that have no role, such as a password's.
    pub async fn labelled(&self, label: &str) -> Found<'_> {
        one(
            self,
            None,
            Wanted {
                role: BY_LABEL,
                name: Some(label),
                pattern: false,
            },
        )
        .await
    }

    /// The fields with this label at this moment.
    pub async fn all_labelled(&self, label: &str) -> Vec<Found<'_>> {
        all(
            self,
            None,
            Wanted {
                role: BY_LABEL,
                name: Some(label),
                pattern: false,
            },
        )
        .await
    }

    /// Waits for an alert and gives its text; several are joined by lines.
    pub async fn alert_text(&self) -> String {
        eventually_some("an alert", async || {
            let mut texts = Vec::new();
            for alert in self.all_role("alert").await {
                texts.push(alert.element.text().await.ok()?);
            }
            texts.retain(|text| !text.trim().is_empty());
            (!texts.is_empty()).then(|| texts.join("\n"))
        })
        .await
    }

    /// Waits until an alert says `part`.
    pub async fn until_alert(&self, part: &str) {
        eventually(&format!("an alert that says {part:?}"), async || {
            self.alert_text().await.contains(part)
        })
        .await;
    }
}

impl Found<'_> {
    /// Waits for the only element of this role and name inside.
    pub async fn role(&self, role: &str, name: &str) -> Found<'_> {
        one(
            self.page,
            Some(&self.element),
            Wanted {
                role,
                name: Some(name),
                pattern: false,
            },
        )
        .await
    }

    pub async fn role_like(&self, role: &str, pattern: &str) -> Found<'_> {
        one(
            self.page,
            Some(&self.element),
            Wanted {
                role,
                name: Some(pattern),
                pattern: true,
            },
        )
        .await
    }

    pub async fn all_role(&self, role: &str) -> Vec<Found<'_>> {
        all(
            self.page,
            Some(&self.element),
            Wanted {
                role,
                name: None,
                pattern: false,
            },
        )
        .await
    }

    pub async fn click(&self) {
        let clicked = self.element.click().await;
        clicked.unwrap_or_else(|error| panic!("{} cannot be clicked: {error}", self.what));
    }

    /// Types at the end of what stands there.
    pub async fn type_text(&self, text: &str) {
        let typed = self.element.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("{} cannot be typed into: {error}", self.what));
    }

    /// Types in place of what stands there.
    pub async fn fill(&self, text: &str) {
        let cleared = self.element.clear().await;
        cleared.unwrap_or_else(|error| panic!("{} cannot be cleared: {error}", self.what));
        self.type_text(text).await;
    }

    pub async fn text(&self) -> String {
        self.element.text().await.unwrap()
    }

    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.element.attr(name).await.unwrap()
    }

    /// What stands in a field.
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

    /// Waits until `part` can be read inside.
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
}

async fn one<'p>(page: &'p Page, scope: Option<&Element>, wanted: Wanted<'_>) -> Found<'p> {
    let what = describe(wanted);
    eventually_some(&format!("the only {what}"), async || {
        let mut found = all(page, scope, wanted).await;
        (found.len() == 1).then(|| found.remove(0))
    })
    .await
}

async fn all<'p>(page: &'p Page, scope: Option<&Element>, wanted: Wanted<'_>) -> Vec<Found<'p>> {
    let arguments = vec![
        scope.map_or(Value::Null, reference),
        json!(wanted.role),
        json!(wanted.name),
        json!(wanted.pattern),
    ];
    let mut found = page.run(QUERY, arguments.clone()).await;
    if found == "absent" {
        page.run(&TESTING_LIBRARY, vec![]).await;
        found = page.run(QUERY, arguments).await;
    }
    let elements = found.as_array().cloned().unwrap_or_default();
    let of = |value: Value| {
        let id = value[ELEMENT].as_str().expect("an element").to_owned();
        Found {
            page,
            element: Element::from_element_id(page.client.clone(), id.into()),
            what: describe(wanted),
        }
    };
    elements.into_iter().map(of).collect()
}

fn reference(element: &Element) -> Value {
    json!({ELEMENT: element.element_id().to_string()})
}

fn describe(wanted: Wanted<'_>) -> String {
    match wanted.name {
        Some(name) => format!("{} {name:?}", wanted.role),
        None => wanted.role.to_owned(),
    }
}
