//! Results for components to show, as they find them in their context.

use std::sync::{Arc, Mutex};

use clipcart::api::endpoint;
use clipcart::domain::deployment::{Deployment, Source};
use clipcart::domain::ids::VideoId;
use clipcart::domain::query::SearchQuery;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::view::View;
use clipcart::state::analysis::Analysis;
use clipcart::state::card_focus::CardFocus;
use clipcart::state::clock;
use clipcart::state::imported::Imported;
use clipcart::state::playing::Playing;
use clipcart::state::products::Products;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use clipcart::storage::response_cache::{self, CachedResponse};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::mounted::Mounted;
use crate::until;

/// A component with results, and the state that it shows.
pub struct WithResults {
    pub page: Mounted,
    pub analysis: Analysis,
    pub card_focus: CardFocus,
    pub products: Products,
}

/// The id of a made-up video.
pub fn id(n: u64) -> VideoId {
    let id = (7_521_783_049_722_285_000 + n).to_string();
    id.parse().unwrap()
}

/// A row with so many views.
pub fn row(n: u64, views: u64) -> Value {
    let long_caption = "A caption that goes on and on. ".repeat(10);
    json!({
        "video_id": id(n).to_string(),
        "video_desc": long_caption,
        "product_id": (1_729_000_000_000_000_000 + n).to_string(),
        "total_views_cnt": views,
    })
}

/// So many videos, each with more views than the one before.
pub fn rows(count: u64) -> Vec<Value> {
    (1..=count).map(|n| row(n, n * 1000)).collect()
}

impl WithResults {
    /// Shows a component once it has results: the responses are those of a query's pages, of which the first is shown.
    pub async fn new<V: IntoView + 'static>(
        responses: &[Vec<Value>],
        component: impl Fn() -> V + Send + 'static,
    ) -> Self {
        let ids: Vec<String> = (1..=50).map(|n| id(n).to_string()).collect();
        let ids = ids.join(",");
        for (number, response) in (1..).zip(responses) {
            save(&ids, number, response).await;
        }
        let state = Arc::new(Mutex::new(None));
        let provided = state.clone();
        let page = Mounted::new(move || {
            let url = ParsedUrl::read(&format!("?video_ids={ids}&page_num=1"), clock::now());
            let view_state = ViewState::from_url();
            view_state.view.set(View::default());
            let settings = Settings::restore(Deployment::default());
            let search = Search::new(settings, view_state, &url);
            provide_context(search);
            let products = Products::new(settings, search);
            let analysis = Analysis::new(search, Imported::new(search), products, view_state);
            let card_focus = CardFocus::new();
            provide_context(settings);
            provide_context(products);
            provide_context(analysis);
            provide_context(card_focus);
            provide_context(Playing::default());
            *provided.lock().unwrap() = Some((analysis, card_focus, products));
            let has_rows = Memo::new(move |_| analysis.rows.with(Option::is_some));
            move || has_rows.get().then(&component)
        });
        let (analysis, card_focus, products) = state.lock().unwrap().take().unwrap();
        until("results", || analysis.rows.with_untracked(has_rows)).await;
        Self {
            page,
            analysis,
            card_focus,
            products,
        }
    }

    /// Changes the view, but not the address, which other tests read.
    pub fn change_view(&self, change: impl FnOnce(&mut View)) {
        self.analysis.view.update(change);
    }
}

fn has_rows(rows: &Option<Arc<ResultRows>>) -> bool {
    rows.is_some()
}

/// Saves a response as that to a page of a query.
async fn save(ids: &str, number: u32, rows: &[Value]) {
    let query = format!("video_ids={ids}&page_num={number}");
    let url = ParsedUrl::read(&query, clock::now());
    let Some(SearchQuery::Page(query)) = url.query else {
        panic!("no page");
    };
    let response = CachedResponse {
        body: json!({"code": 0, "data": rows}).to_string().into(),
        fetched_at: 1_763_964_000,
        stored_at: 1_763_964_000,
        row_count: rows.len(),
    };
    response_cache::put(&endpoint::analytics(&Source::default(), &query), response).await;
}
