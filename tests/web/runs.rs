//! The panels of a search for many videos: its plan with the price, and what its run says at each of its states.

use clipcart::api::endpoint;
use clipcart::components::run::run_panel::RunPanel;
use clipcart::domain::deployment::api_key::ApiKey;
use clipcart::domain::deployment::{Deployment, Source};
use clipcart::domain::ids::VideoIds;
use clipcart::domain::query::Query;
use clipcart::domain::query::paging::PageNum;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::domain::runs::record::{RunProgress, RunRecord};
use clipcart::domain::runs::run::{Run, RunRequest, Step};
use clipcart::domain::runs::status::{PauseReason, RunStatus};
use clipcart::domain::saving::Keep;
use clipcart::domain::search::error::{ApiNote, SearchError};
use clipcart::state::analysis::Analysis;
use clipcart::state::imported::Imported;
use clipcart::state::products::Products;
use clipcart::state::runs::Runs;
use clipcart::state::saved_data::SavedData;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use clipcart::storage::response_cache::{self, CachedResponse};
use clipcart::storage::runs;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, fill};
use crate::results::id;
use crate::storage::fresh::{AT, Fresh, opened};
use crate::until;

/// The panel of a search, in a browser where only some of it is saved.
struct Panel {
    page: Mounted,
    runs: Runs,
    settings: Settings,
    _fresh: Fresh,
}

fn ids(numbers: std::ops::RangeInclusive<u64>) -> VideoIds {
    VideoIds::new(numbers.map(id)).unwrap()
}

/// Saves the answer of an earlier visit to a request for the first `count` videos.
async fn save(count: u64, body: &str) {
    let query = Query::first(ids(1..=count)).canonical();
    let response = CachedResponse {
        body: body.into(),
        fetched_at: AT,
        stored_at: AT,
        row_count: 0,
    };
    let url = endpoint::analytics(&Source::default(), &query);
    response_cache::put(&url, response).await;
}

impl Panel {
    /// The plan for this many videos, with a key. The first `saved` of them were asked for at an earlier visit.
    async fn new(count: u64, saved: u64) -> Self {
        let panel = Self::open(count, saved).await;
        panel.until_planned().await;
        panel
    }

    async fn open(count: u64, saved: u64) -> Self {
        let fresh = opened().await;
        if saved > 0 {
            save(saved, r#"{"code":0,"data":[]}"#).await;
        }
        Self::at(fresh, &format!("?video_ids={}", ids(1..=count)))
    }

    fn at(fresh: Fresh, address: &str) -> Self {
        let url = ParsedUrl::read(address, u64::MAX);
        let state = RwSignal::new(None);
        let page = Mounted::new(move || {
            let settings = Settings::restore(Deployment::default());
            settings.key.set(ApiKey::new("key-0123456789"));
            let view_state = ViewState::from_url();
            let search = Search::new(settings, view_state, &url);
            let runs = Runs::new(settings, search);
            let products = Products::new(settings, search);
            provide_context(Analysis::new(
                search,
                Imported::new(search),
                products,
                view_state,
            ));
            provide_context(SavedData::follow());
            provide_context(settings);
            provide_context(search);
            provide_context(runs);
            state.set(Some((runs, settings)));
            view! { <RunPanel /> }
        });
        let (runs, settings) = state.get_untracked().unwrap();
        Self {
            page,
            runs,
            settings,
            _fresh: fresh,
        }
    }

    async fn until_planned(&self) {
        until("the plan", || self.runs.run.with_untracked(Option::is_some)).await;
        self.page.until_role("region", "Search plan").await;
    }

    fn limit(&self) -> web_sys::HtmlInputElement {
        wasm_bindgen::JsCast::unchecked_into(self.page.select("#credit-limit").remove(0))
    }

    fn start(&self, text: &str) -> web_sys::HtmlButtonElement {
        wasm_bindgen::JsCast::unchecked_into(self.page.role("button", text))
    }

    /// Changes the run, of which nothing is sent.
    fn change(&self, change: impl FnOnce(&mut Run)) {
        self.runs.run.update(|run| change(run.as_mut().unwrap()));
    }

    /// The status that is announced.
    fn status(&self) -> String {
        self.page.select(".run__status")[0].text_content().unwrap()
    }

    async fn until_status(&self, text: &str) {
        until(text, || self.page.select(".run__status").len() == 1).await;
        until(text, || self.status() == text).await;
    }

    fn buttons(&self) -> Vec<String> {
        let buttons = self.page.roles("button").into_iter();
        buttons
            .map(|button| button.text_content().unwrap())
            .collect()
    }

    async fn until_buttons(&self, names: &[&str]) {
        until(&format!("{names:?}"), || self.buttons() == names).await;
    }
}

fn note() -> ApiNote {
    ApiNote {
        code: Some(402),
        message: "Insufficient credits".to_owned(),
        ..ApiNote::default()
    }
}

/// Sends as many requests of a run as go at once, with so many credits.
fn send(run: &mut Run, credits: u32, parallel: usize) {
    run.start(credits, parallel);
    while let Step::Send(_) = run.step(0) {}
}

/// Fails the request of a group.
fn fail(run: &mut Run, group: usize, error: SearchError) {
    let page = PageNum::default();
    run.failed(RunRequest { group, page }, error, 0, 0.0);
}

#[wasm_bindgen_test]
async fn the_price_is_shown_before_anything_is_spent() {
    let panel = Panel::new(28, 0).await;
    let text = panel.page.text();
    assert!(text.contains("28 IDs · at least 3 requests"), "{text}");
    assert!(text.contains("Each request is 1 credit"), "{text}");
    assert!(!text.contains("are saved in this browser"), "{text}");
    assert!(panel.page.roles("checkbox").is_empty());
    assert!(!panel.start("Start (≥ 3 credits)").disabled());
    // Twice the least.
    assert_eq!(panel.limit().value(), "6");
    let run = panel.runs.run.get_untracked().unwrap();
    assert_eq!((run.status(), run.in_flight()), (&RunStatus::Planned, 0));
}

#[wasm_bindgen_test]
async fn a_limit_that_is_no_number_of_credits_does_not_start() {
    let panel = Panel::new(11, 0).await;
    let start = panel.start("Start (≥ 2 credits)");
    for wrong in ["0", "", "-1", "1.5", "4294967296"] {
        fill(&panel.limit(), wrong);
        until(wrong, || start.disabled()).await;
        panel
            .page
            .until_text("Enter a whole number of credits")
            .await;
        let invalid = panel.limit().get_attribute("aria-invalid");
        assert_eq!(invalid.as_deref(), Some("true"));
        // Enter and scripts press it as well.
        start.click();
        assert_eq!(
            panel
                .runs
                .run
                .with_untracked(|run| run.as_ref().unwrap().status().clone()),
            RunStatus::Planned
        );
        fill(&panel.limit(), "1");
        until("a limit", || !start.disabled()).await;
        assert!(!panel.page.text().contains("Enter a whole number"));
        assert_eq!(panel.limit().get_attribute("aria-invalid"), None);
    }
}

#[wasm_bindgen_test]
async fn without_a_key_the_plan_asks_for_it() {
    let panel = Panel::new(11, 0).await;
    panel.settings.key.set(None);
    panel.until_buttons(&["Add API key"]).await;
    panel.page.click("button", "Add API key");
    until("the settings", || panel.settings.is_open.get_untracked()).await;
}

#[wasm_bindgen_test]
async fn saved_data_is_used_unless_the_user_wants_it_fetched_again() {
    let panel = Panel::new(28, 10).await;
    let known = "10 of 28 IDs are saved in this browser. The oldest of their data is from";
    let is_checked = || panel.page.input("checkbox", "Use saved data").checked();
    assert!(panel.page.text().contains(known), "{}", panel.page.text());
    assert!(is_checked());
    assert!(panel.page.text().contains("28 IDs · at least 2 requests"));
    panel.start("Start (≥ 2 credits)");
    panel.page.click("checkbox", "Use saved data");
    panel.page.until_role("button", "Start (≥ 3 credits)").await;
    assert_eq!(panel.limit().value(), "6");
    assert!(!is_checked() && panel.page.text().contains(known));
    panel.page.click("checkbox", "Use saved data");
    panel.page.until_role("button", "Start (≥ 2 credits)").await;
    assert_eq!(panel.limit().value(), "4");
    assert!(is_checked() && panel.page.text().contains(known));
}

/// The limit that is seen is the one that counts.
#[wasm_bindgen_test]
async fn a_limit_that_was_typed_stays_with_another_choice() {
    let panel = Panel::new(28, 10).await;
    for limit in ["", "3"] {
        fill(&panel.limit(), limit);
        panel.page.click("checkbox", "Use saved data");
        let all = panel.page.until_role("button", "Start (≥ 3 credits)").await;
        let is_disabled = all.has_attribute("disabled");
        assert_eq!(
            (panel.limit().value(), is_disabled),
            (limit.to_owned(), limit.is_empty())
        );
        panel.page.click("checkbox", "Use saved data");
        panel.page.until_role("button", "Start (≥ 2 credits)").await;
        assert_eq!(panel.limit().value(), limit);
    }
}

/// Nothing is left to pay for: there is no plan to agree to.
#[wasm_bindgen_test]
async fn a_search_that_is_saved_needs_no_plan() {
    // More than one request takes today.
    let panel = Panel::open(11, 11).await;
    let status = || {
        let run = panel.runs.run.get_untracked();
        run.map(|run| run.status().clone())
    };
    until("the end", || status() == Some(RunStatus::Finished)).await;
    until("no panel", || panel.page.text().is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_saved_answer_that_cannot_be_read_is_asked_for_again() {
    let fresh = opened().await;
    save(10, "{").await;
    let panel = Panel::at(fresh, &format!("?video_ids={}", ids(1..=28)));
    panel.page.until_text("28 IDs · at least 3 requests").await;
    assert_eq!(response_cache::total(), (0, 0));
}

#[wasm_bindgen_test]
async fn what_is_stored_of_a_search_lasts_as_long_as_its_answers() {
    let fresh = opened().await;
    response_cache::set_keep(Keep::Days30).await;
    let now = (js_sys::Date::now() / 1000.0) as u64;
    for (days, key) in [(31, "old"), (29, "new")] {
        let record = RunRecord {
            ids: ids(1..=28),
            groups: Vec::new(),
            is_fresh: false,
            started_at: now - days * 24 * 60 * 60,
        };
        runs::put(key, &serde_json::to_string(&record).unwrap()).await;
        runs::put(&format!("{key}/columns"), "{}").await;
    }
    let _panel = Panel::at(fresh, "");
    for _ in 0..100 {
        if runs::get("old/columns").await.is_none() {
            break;
        }
        TimeoutFuture::new(50).await;
    }
    let left = runs::all().await;
    assert_eq!(left.keys().collect::<Vec<_>>(), ["new", "new/columns"]);
}

#[wasm_bindgen_test]
async fn a_run_can_be_paused_and_stopped() {
    let panel = Panel::new(28, 0).await;
    panel.change(|run| send(run, 6, 1));
    panel.until_status("Fetching data from KeyAPI…").await;
    panel.page.role("region", "Search progress");
    panel.page.role("progressbar", "Search progress");
    panel.until_buttons(&["Pause", "Stop"]).await;
    panel.runs.waits_until.set(Some(u64::MAX));
    panel
        .until_status("KeyAPI asks for a slower pace. The search goes on by itself.")
        .await;
    panel.runs.waits_until.set(None);
    panel.page.click("button", "Pause");
    panel
        .until_status("Paused. 1 request is still on its way: its rows will be shown.")
        .await;
    panel.until_buttons(&["Resume", "Stop"]).await;
    panel.page.click("button", "Stop");
    panel
        .until_status(
            "Stopped. What was fetched stays here. 1 request is still on its way: its rows will be shown.",
        )
        .await;
    panel.change(|run| {
        let page = PageNum::default();
        run.answered(RunRequest { group: 0, page }, 4, 1);
    });
    panel
        .until_status("Stopped. What was fetched stays here.")
        .await;
    panel.until_buttons(&["Resume"]).await;
}

#[wasm_bindgen_test]
async fn progress_is_in_ids_groups_and_credits() {
    let panel = Panel::new(28, 0).await;
    panel.change(|run| {
        run.start(6, 1);
        if let Step::Send(request) = run.step(0) {
            run.answered(request, 4, 1);
        }
    });
    panel.until_status("Fetching data from KeyAPI…").await;
    for fact in ["10 of 28 IDs", "1 of 3 groups", "1 credit used (limit 6)"] {
        panel.page.until_text(fact).await;
    }
    // A failed request has ended, and brought nothing.
    panel.change(|run| {
        let step = run.step(0);
        assert!(matches!(step, Step::Send(_)));
        fail(run, 1, SearchError::Timeout(30));
    });
    panel
        .page
        .until_text("up to 1 more for failed or interrupted requests")
        .await;
    for fact in ["10 of 28 IDs", "1 of 3 groups"] {
        assert!(panel.page.text().contains(fact), "{fact}");
    }
    let bar = panel.page.role("progressbar", "Search progress");
    let value = |name: &str| js_sys::Reflect::get(&bar, &name.into()).unwrap().as_f64();
    assert_eq!((value("value"), value("max")), (Some(20.0), Some(28.0)));
}

/// What an earlier visit was allowed and has used counts on.
#[wasm_bindgen_test]
async fn after_a_reload_the_plan_says_what_was_used_and_keeps_the_limit() {
    let fresh = opened().await;
    let ids = ids(1..=28);
    let record = RunRecord {
        ids: ids.clone(),
        groups: ids.in_groups(10),
        is_fresh: false,
        started_at: AT,
    };
    let progress = RunProgress {
        credits_used: 7,
        credits_possible: 2,
        credit_limit: 20,
        ..RunProgress::default()
    };
    let key = ids.key();
    runs::put(&key, &serde_json::to_string(&record).unwrap()).await;
    let progress_key = format!("{key}/progress");
    runs::put(&progress_key, &serde_json::to_string(&progress).unwrap()).await;
    let panel = Panel::at(fresh, &format!("?video_ids={ids}"));
    panel
        .page
        .until_text("7 credits used so far, and up to 2 more for failed or interrupted requests.")
        .await;
    panel.page.role("region", "Unfinished search");
    assert_eq!(panel.limit().value(), "11");
}

/// Giving up fetching everything again costs nothing: what is saved is there.
#[wasm_bindgen_test]
async fn a_refresh_that_was_begun_can_be_given_up() {
    let fresh = opened().await;
    save(10, r#"{"code":0,"data":[]}"#).await;
    let ids = ids(1..=28);
    let record = RunRecord {
        ids: ids.clone(),
        groups: ids.in_groups(10),
        is_fresh: true,
        started_at: AT + 1,
    };
    runs::put(&ids.key(), &serde_json::to_string(&record).unwrap()).await;
    let panel = Panel::at(fresh, &format!("?video_ids={ids}"));
    panel.page.until_text("28 IDs · at least 3 requests").await;
    panel.page.click("button", "Use saved data instead");
    panel.page.until_text("28 IDs · at least 2 requests").await;
    panel.page.until_text("10 of 28 IDs are saved").await;
    panel.page.role("region", "Search plan");
}

/// While the pace is slower there is no rate: only when it goes on.
#[wasm_bindgen_test]
async fn a_wait_says_how_long_it_is() {
    let panel = Panel::new(28, 0).await;
    panel.change(|run| send(run, 6, 1));
    let now = js_sys::Date::now() as u64;
    panel.runs.waits_until.set(Some(now + 60_000));
    panel.page.until_text("goes on in ").await;
    assert!(!panel.page.text().contains("per minute"));
}

#[wasm_bindgen_test]
async fn each_pause_says_why() {
    let panel = Panel::new(28, 0).await;
    for (reason, text) in [
        (PauseReason::Offline, "Paused: you are offline."),
        (
            PauseReason::Failures,
            "Paused: 10 requests in a row have failed.",
        ),
    ] {
        panel.change(|run| {
            run.resume();
            run.pause(reason);
        });
        until(text, || {
            panel.page.select(".run__status").len() == 1 && panel.status().starts_with(text)
        })
        .await;
        panel.until_buttons(&["Resume", "Stop"]).await;
    }
}

#[wasm_bindgen_test]
async fn past_its_limit_a_run_goes_on_only_with_more_credits() {
    let panel = Panel::new(28, 0).await;
    panel.change(|run| {
        run.start(1, 1);
        if let Step::Send(request) = run.step(0) {
            run.answered(request, 4, 1);
        }
        run.step(0);
    });
    panel
        .until_status("Stopped at your credit limit. What was fetched stays here.")
        .await;
    panel.until_buttons(&["Go on (≤ 4 credits)"]).await;
    // It is the user's choice how many.
    fill(&panel.limit(), "");
    let go_on = panel.page.until_role("button", "Go on (≤ 0 credits)").await;
    until("no limit", || go_on.has_attribute("disabled")).await;
    fill(&panel.limit(), "3");
    panel.until_buttons(&["Go on (≤ 3 credits)"]).await;
}

#[wasm_bindgen_test]
async fn an_error_that_stops_a_run_is_an_alert() {
    let panel = Panel::new(28, 0).await;
    panel.change(|run| {
        send(run, 6, 1);
        fail(run, 0, SearchError::QuotaUsedUp(note()));
    });
    panel
        .until_status("Stopped. What was fetched stays here.")
        .await;
    panel.page.until_text("Insufficient credits").await;
    let alerts = panel.page.roles("alert");
    assert_eq!(alerts.len(), 1);
    assert!(alerts[0].text_content().unwrap().contains("credits"));
    panel.until_buttons(&["Resume"]).await;
}

#[wasm_bindgen_test]
async fn what_failed_is_counted_and_has_its_price() {
    let panel = Panel::new(38, 0).await;
    panel.change(|run| {
        send(run, 8, 4);
        fail(run, 0, SearchError::Server(note()));
        fail(run, 1, SearchError::Timeout(30));
        fail(run, 2, SearchError::Timeout(30));
        fail(run, 3, SearchError::Server(ApiNote::default()));
        run.step(0);
    });
    let text = "4 requests failed (38 IDs). They may have cost a credit each.";
    panel.page.until_text(text).await;
    panel
        .until_buttons(&["Retry failed (≤ 8 credits)", "Copy IDs"])
        .await;
    let reasons: Vec<String> = panel
        .page
        .select(".notice--problem li")
        .iter()
        .filter_map(|reason| reason.text_content())
        .collect();
    // One title with two messages is two reasons.
    let ends = [": Insufficient credits × 1", " × 2", "internal error × 1"];
    assert_eq!(reasons.len(), ends.len(), "{reasons:?}");
    for (reason, end) in reasons.iter().zip(ends) {
        assert!(reason.ends_with(end), "{reasons:?}");
    }
    assert!(panel.page.select(".run__status").is_empty());
}

#[wasm_bindgen_test]
async fn a_run_in_another_tab_is_not_started_here() {
    let panel = Panel::new(28, 0).await;
    panel.runs.is_elsewhere.set(true);
    panel
        .page
        .until_text("This search is running in another tab")
        .await;
    panel.until_buttons(&["Check again"]).await;
    panel.page.click("button", "Check again");
    panel.until_planned().await;
}

/// 326 ids are longer than an address may be.
#[wasm_bindgen_test]
async fn ids_that_are_too_many_for_a_link_can_be_exported() {
    let short = Panel::new(325, 0).await;
    assert!(short.page.all("button", "Export list").is_empty());
    drop(short);
    let long = Panel::new(326, 0).await;
    long.page.role("button", "Export list");
    assert!(long.page.text().contains("too many for a link"));
}
