//! The search itself: what is looked for, and `@testing-library/dom` in the page, which looks.

use std::path::PathBuf;
use std::sync::LazyLock;

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::found::Found;
use super::page::Page;
use super::wait::eventually_some;

/// Where WebDriver keeps an element's id in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

static TESTING_LIBRARY: LazyLock<String> = LazyLock::new(|| {
    let library = node_module("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
    format!("{library}\n;{}", include_str!("find.js"))
});

const QUERY: &str = "return window.findForTests ? window.findForTests(...arguments) : 'absent'";

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
pub struct Wanted<'a> {
    role: &'a str,
    name: Option<&'a str>,
    pattern: bool,
}

impl<'a> Wanted<'a> {
    /// Whatever its name.
    pub fn any(role: &'a str) -> Self {
        Self {
            role,
            name: None,
            pattern: false,
        }
    }

    /// By its whole name.
    pub fn named(role: &'a str, name: &'a str) -> Self {
        Self {
            name: Some(name),
            ..Self::any(role)
        }
    }

    /// By a regular expression for its name.
    pub fn like(role: &'a str, pattern: &'a str) -> Self {
        Self {
            pattern: true,
            ..Self::named(role, pattern)
        }
    }
}

/// Waits for the only such element, in the whole page or inside another element.
pub async fn one<'p>(page: &'p Page, scope: Option<&Element>, wanted: Wanted<'_>) -> Found<'p> {
    let what = describe(wanted);
    eventually_some(&format!("the only {what}"), async || {
        let mut found = all(page, scope, wanted).await;
        (found.len() == 1).then(|| found.remove(0))
    })
    .await
}

/// Such elements at this moment.
pub async fn all<'p>(
    page: &'p Page,
    scope: Option<&Element>,
    wanted: Wanted<'_>,
) -> Vec<Found<'p>> {
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
        let element = Element::from_element_id(page.client.clone(), id.into());
        Found::new(page, element, describe(wanted))
    };
    elements.into_iter().map(of).collect()
}

/// The element as an argument of a script.
pub fn reference(element: &Element) -> Value {
    json!({ELEMENT: element.element_id().to_string()})
}

fn describe(wanted: Wanted<'_>) -> String {
    match wanted.name {
        Some(name) => format!("{} {name:?}", wanted.role),
        None => wanted.role.to_owned(),
    }
}
