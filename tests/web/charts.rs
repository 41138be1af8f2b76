//! The charts in a document: what is drawn, and how keys and the pointer reach its marks.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use clipcart::api::endpoint;
use clipcart::components::charts::Charts;
use clipcart::domain::deployment::{Deployment, Source};
use clipcart::domain::query::url::ParsedUrl;
use clipcart::domain::view::{ChartChoice, ChartKind, Mode, View};
use clipcart::i18n::Language;
use clipcart::state::analysis::Analysis;
use clipcart::state::card_focus::CardFocus;
use clipcart::state::locale::Locale;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use clipcart::storage::response_cache::{self, CachedResponse};
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit,
};

use crate::{document, until};

const SVG: &str = "http://www.w3.org/2000/svg";

const ROWS: u64 = 5;

/// When the data was given, in Unix seconds.
const AT: u64 = 1_752_000_000;

/// Charts in the document. They are removed when this goes.
struct Page {
    host: HtmlElement,
    view: RwSignal<View>,
    _mounted: Box<dyn Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Page {
    /// A chart of some rows, once it is drawn.
    async fn open(kind: ChartKind) -> Self {
        let ids: Vec<String> = (1..=ROWS).map(id).collect();
        let parsed = format!("?video_ids={}", ids.join(","));
        let Ok(parsed) = parsed.parse::<ParsedUrl>();
        let url = endpoint::analytics(&Source::default(), parsed.query.as_ref().unwrap());
        let rows: Vec<Value> = (1..=ROWS).map(row).collect();
        response_cache::put(
            &url,
            CachedResponse {
                body: json!({"code": 0, "data": rows}).to_string(),
                fetched_at: AT,
            },
        );

        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        // A scroll bar that comes with the chart would change the width, and so the chart.
        host.style().set_property("width", "600px").unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let provided = Rc::new(Cell::new(None));
        let view = provided.clone();
        let mounted = mount_to(host.clone(), move || {
            let view_state = ViewState::from_url();
            view_state.view.set(View {
                mode: Mode::Charts,
                chart: ChartChoice {
                    kind,
                    ..ChartChoice::default()
                },
                ..View::default()
            });
            view.set(Some(view_state.view));
            let settings = Settings::restore(Deployment::default());
            settings.source.set(Source::default());
            let search = Search::new(settings, view_state, &parsed);
            provide_context(Locale::new(Language::English));
            provide_context(Analysis::new(search, view_state));
            provide_context(CardFocus::new());
            view! { <Charts /> }
        });
        let page = Self {
            host,
            view: provided.take().unwrap(),
            _mounted: Box::new(mounted),
        };
        until("a chart", || page.find("svg").is_some()).await;
        page
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).unwrap()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.host.query_selector_all(selector).unwrap();
        let elements = (0..found.length()).filter_map(|index| found.item(index));
        elements.map(JsCast::unchecked_into).collect()
    }

    fn slider(&self) -> Element {
        self.find("[role=slider]").unwrap()
    }

    fn value(&self) -> String {
        self.slider().get_attribute("aria-valuenow").unwrap()
    }

    fn value_text(&self) -> String {
        self.slider().get_attribute("aria-valuetext").unwrap()
    }

    /// The start of each subpath of the marks.
    fn marks(&self) -> Vec<(i32, i32)> {
        let marks = self.find(".chart__points, .chart__bars").unwrap();
        let path = marks.get_attribute("d").unwrap();
        let starts = path.split('M').skip(1).map(|subpath| {
            let (start, _) = subpath.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        });
        starts.collect()
    }

    fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.slider().dispatch_event(&event).unwrap();
    }

    /// Moves the pointer to a point of the chart.
    fn hover(&self, (x, y): (i32, i32)) {
        let slider = self.slider().get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_client_x(slider.x() as i32 + x);
        init.set_client_y(slider.y() as i32 + y);
        init.set_bubbles(true);
        let event = PointerEvent::new_with_event_init_dict("pointermove", &init).unwrap();
        self.slider().dispatch_event(&event).unwrap();
    }
}

fn id(n: u64) -> String {
    (7_521_783_049_722_285_000 + n).to_string()
}

/// The more views a row has, the more it sells.
fn row(n: u64) -> Value {
    let example: Value =
        serde_json::from_str(include_str!("../fixtures/documented-example.json")).unwrap();
    let mut row = example["data"][0].clone();
    row["video_id"] = json!(id(n));
    row["video_desc"] = json!(format!("Clip {n}"));
    row["total_views_cnt"] = json!(n * 10_000);
    row["total_video_sale_gmv_amt"] = json!(n * n * 100);
    row
}

#[wasm_bindgen_test]
async fn all_of_the_drawing_is_svg() {
    let page = Page::open(ChartKind::Scatter).await;
    for kind in [ChartKind::Scatter, ChartKind::Distribution, ChartKind::Bars] {
        page.view.update(|view| view.chart.kind = kind);
        let title = match kind {
            ChartKind::Scatter => "GMV (est.) vs. views",
            ChartKind::Distribution => "Distribution of GMV (est.)",
            _ => "GMV (est.), highest first",
        };
        until(title, || {
            let label = page.find("svg").and_then(|svg| svg.get_attribute("aria-label"));
            label.is_some_and(|label| label.starts_with(title))
        })
        .await;
        let elements = page.all("svg, svg *");
        assert!(elements.len() > 10, "{} elements", elements.len());
        for element in elements {
            let name = element.tag_name();
            assert_eq!(element.namespace_uri().as_deref(), Some(SVG), "{name}");
        }
    }
}

#[wasm_bindgen_test]
async fn each_row_is_a_mark() {
    let page = Page::open(ChartKind::Scatter).await;
    assert_eq!(page.marks().len() as u64, ROWS);
    let count = page.slider().get_attribute("aria-valuemax");
    assert_eq!(count, Some(ROWS.to_string()));
    page.view.update(|view| view.chart.kind = ChartKind::Bars);
    until("bars", || page.all(".chart__name").len() as u64 == ROWS).await;
    assert_eq!(page.marks().len() as u64, ROWS);
}

#[wasm_bindgen_test]
async fn keys_move_the_active_mark() {
    let page = Page::open(ChartKind::Scatter).await;
    assert_eq!(page.value_text(), "—");
    let tip = page.find(".chart__tip").unwrap();
    assert!(tip.has_attribute("hidden"));
    // From the fewest views on.
    for (key, value, name) in [
        ("ArrowRight", "1", "Clip 1"),
        ("ArrowRight", "2", "Clip 2"),
        ("End", "5", "Clip 5"),
        ("ArrowLeft", "4", "Clip 4"),
        ("Home", "1", "Clip 1"),
    ] {
        page.press(key);
        until(name, || page.value_text().starts_with(name)).await;
        assert_eq!(page.value(), value);
        assert!(!tip.has_attribute("hidden"));
        assert!(tip.text_content().unwrap().starts_with(name));
    }
    page.press("Escape");
    until("no active mark", || page.value_text() == "—").await;
    assert!(tip.has_attribute("hidden"));
}

#[wasm_bindgen_test]
async fn hovering_draws_nothing_anew() {
    let page = Page::open(ChartKind::Scatter).await;
    let drawing = page.all("svg, svg *");
    for (index, mark) in page.marks().into_iter().enumerate() {
        let name = format!("Clip {}", index + 1);
        page.hover(mark);
        until(&name, || page.value_text().starts_with(&name)).await;
    }
    let ring: HtmlElement = page.find(".chart__ring").unwrap().unchecked_into();
    let (x, _) = page.marks()[ROWS as usize - 1];
    let left = ring.style().get_property_value("--x").unwrap();
    assert_eq!(left, (x - 9).to_string());
    assert_eq!(page.all("svg, svg *"), drawing);
}

#[wasm_bindgen_test]
async fn another_chart_has_no_active_mark() {
    let page = Page::open(ChartKind::Scatter).await;
    // The first key reaches the first mark.
    page.press("End");
    page.press("End");
    until("an active mark", || page.value() == "5").await;
    page.view.update(|view| view.chart.log = false);
    until("no active mark", || page.value_text() == "—").await;
    assert_eq!(page.value(), "1");
}
