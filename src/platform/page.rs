//! What belongs to the document as a whole: language, theme, title, and the message after a panic.

/// Sets the document's language.
pub fn set_language(tag: &str) {
    let _ = root().map(|root| root.set_attribute("lang", tag));
}

/// Sets the theme that the style sheet reads; `None` follows the system.
pub fn set_theme(theme: Option<&str>) {
    let _ = root().map(|root| match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    });
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The browser's wish for a language, most wanted first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    window
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Now, in Unix seconds.
pub fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

/// Now, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// Today in the user's time zone, such as `2026-11-28`.
pub fn local_day() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// From 0 to 1, by chance.
pub fn random() -> f64 {
    js_sys::Math::random()
}

/// After a panic: the console gets the details, the page the same message that a failed start shows.
pub fn report_panic(details: &str) {
    web_sys::console::error_1(&details.into());
    if let Some(problem) =
        document().and_then(|document| document.get_element_by_id("boot-problem"))
    {
        let _ = problem.remove_attribute("hidden");
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}
