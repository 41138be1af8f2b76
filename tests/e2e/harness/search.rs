//! Searches the page by role and name, with `@testing-library/dom` in the page.

use std::path::PathBuf;
use std::sync::LazyLock;

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::locator::Locator;
use super::page::Page;
use super::wait::eventually_some;

/// WebDriver's name for an element's id in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

static TESTING_LIBRARY: LazyLock<String> = LazyLock::new(|| {
    let library = node_module("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
    format!("{library}\n;{}", include_str!("find.js"))
});

const QUERY: &str = "return window.findForTests ? window.findForTests(...arguments) : 'absent'";

/// The text of a file of an npm package.
pub(super) fn node_module(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("node_modules")
        .join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}: run npm ci", path.display()))
}

/// A role, and maybe a name, to search for.
#[derive(Clone, Copy)]
pub struct RoleQuery<'a> {
    role: &'a str,
    name: Option<&'a str>,
    pattern: bool,
}

impl<'a> RoleQuery<'a> {
    /// Any name.
    pub fn any(role: &'a str) -> Self {
        Self {
            role,
            name: None,
            pattern: false,
        }
    }

    /// This very name.
    pub fn named(role: &'a str, name: &'a str) -> Self {
        Self {
            name: Some(name),
            ..Self::any(role)
        }
    }

    /// A regular expression for the name.
    pub fn like(role: &'a str, pattern: &'a str) -> Self {
        Self {
            pattern: true,
            ..Self::named(role, pattern)
        }
    }
}

/// Waits for the only such element, in the whole page or inside another element.
pub async fn one<'p>(page: &'p Page, scope: Option<&Element>, query: RoleQuery<'_>) -> Locator<'p> {
    let what = describe(query);
    eventually_some(&format!("the only {what}"), async || {
        let mut found = all(page, scope, query).await;
        (found.len() == 1).then(|| found.remove(0))
    })
    .await
}

/// All such elements, without waiting.
pub async fn all<'p>(
    page: &'p Page,
    scope: Option<&Element>,
    query: RoleQuery<'_>,
) -> Vec<Locator<'p>> {
    let arguments = vec![
        scope.map_or(Value::Null, reference),
        json!(query.role),
        json!(query.name),
        json!(query.pattern),
    ];
    let mut found = page.run_for_elements(QUERY, &arguments).await;
    if found == "absent" {
        page.run(&TESTING_LIBRARY, vec![]).await;
        found = page.run_for_elements(QUERY, &arguments).await;
    }
    let elements = found.as_array().cloned().unwrap_or_default();
    let of = |value: Value| {
        let id = value[ELEMENT].as_str().expect("an element").to_owned();
        let element = Element::from_element_id(page.client.clone(), id.into());
        Locator::new(page, element, describe(query))
    };
    elements.into_iter().map(of).collect()
}

/// The element as an argument of a script.
pub fn reference(element: &Element) -> Value {
    json!({ELEMENT: element.element_id().to_string()})
}

fn describe(query: RoleQuery<'_>) -> String {
    match query.name {
        Some(name) => format!("{} {name:?}", query.role),
        None => query.role.to_owned(),
    }
}
