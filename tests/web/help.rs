//! Help in a document: every shortcut and metric, and the notice of a shortcut that did nothing.

use clipcart::components::help::{HelpDialog, ShortcutNotice};
use clipcart::domain::metrics::METRICS;
use clipcart::state::shortcuts::Shortcuts;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::Mounted;
use crate::until;

fn with_shortcuts<V: IntoView + 'static>(view: fn() -> V) -> (Mounted, Shortcuts) {
    let shortcuts = RwSignal::new(None);
    let page = Mounted::new(move || {
        shortcuts.set(Some(Shortcuts::restore()));
        provide_context(shortcuts.get_untracked().unwrap());
        view()
    });
    (page, shortcuts.get_untracked().unwrap())
}

#[wasm_bindgen_test]
async fn it_lists_shortcuts_and_metrics() {
    let (page, shortcuts) = with_shortcuts(|| view! { <HelpDialog /> });
    assert!(page.roles("row").is_empty());
    shortcuts.is_help_open.set(true);
    page.until_role("dialog", "Help").await;
    let keys: Vec<String> = page
        .select("kbd")
        .iter()
        .filter_map(|key| key.text_content())
        .collect();
    assert_eq!(keys, ["/", "j", "k", "Space", "c", "?", "Ctrl/⌘ + Enter"]);
    assert_eq!(page.roles("row").len(), METRICS.len() + 1);
    let region = page.role("region", "Metrics");
    assert_eq!(region.get_attribute("tabindex").as_deref(), Some("0"));
    assert!(
        page.text()
            .contains("Engagement rate(likes + comments + shares) ÷ views")
    );

    assert!(
        page.text()
            .contains("Single keys do nothing while you type.")
    );
    shortcuts.is_on.set(false);
    page.until_text("Single keys are turned off in Settings.")
        .await;
}

#[wasm_bindgen_test]
async fn the_notice_says_that_enough_videos_are_selected() {
    let (page, shortcuts) = with_shortcuts(|| view! { <ShortcutNotice /> });
    let notice = page.select("[aria-live=polite]").remove(0);
    assert_eq!(page.text(), "");
    shortcuts.is_selection_full.set(true);
    page.until_text("You can compare up to 6 videos.").await;
    shortcuts.is_selection_full.set(false);
    until("the end of the notice", || page.text().is_empty()).await;
    // One that is announced again must be the same element.
    assert!(notice.is_connected());
}
