//! A video's card in a document: the metrics as they are read, and "—" for what is unknown.

use std::sync::Arc;

use clipcart::api::wire::{DataSource, read};
use clipcart::components::card::VideoCard;
use clipcart::components::card::video_items::VideoItem;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::metrics::METRICS;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::short_caption::short_caption;
use clipcart::i18n::Language;
use clipcart::state::analysis::Analysis;
use clipcart::state::card_focus::CardFocus;
use clipcart::state::imported::Imported;
use clipcart::state::locale::Locale;
use clipcart::state::playing::Playing;
use clipcart::state::products::Products;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde_json::{Value, json};
use strum::VariantArray;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit,
};

use crate::{document, until};

/// When the data was given: ten days after the documented video's publication.
const AT: u64 = 1_751_301_603 + 864_000;

const ID: &str = "7521783049722285367";

/// A card in the document. It is removed when this goes.
struct Card {
    host: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Card {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Card {
    fn has_placeholder(&self) -> bool {
        let found = self.host.query_selector(".media__none").unwrap();
        found.is_some()
    }

    /// The first card of these rows.
    fn new(rows: Value, language: Language) -> Self {
        let body = json!({"code": 0, "data": rows}).to_string();
        let answer = read(200, None, &body, DataSource::Live).unwrap();
        let videos = answer.with_fetched_at(AT).videos;
        Self::of(ResultRows::new(videos), language)
    }

    /// The card of the first video.
    fn of(rows: ResultRows, language: Language) -> Self {
        let rows = Arc::new(rows);
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let mounted = mount_to(host.clone(), move || {
            provide_state(language);
            let item = VideoItem { rows, index: 0 };
            let item = Memo::new_owning(move |_| (item.clone(), false));
            view! { <VideoCard item /> }
        });
        Self {
            host,
            _mounted: Box::new(mounted),
        }
    }

    fn english(rows: Value) -> Self {
        Self::new(rows, Language::English)
    }

    fn all(&self, name: &str) -> Vec<Element> {
        let found = self.host.get_elements_by_tag_name(name);
        (0..found.length())
            .filter_map(|index| found.item(index))
            .collect()
    }

    fn text(&self) -> String {
        self.host.text_content().unwrap()
    }

    /// Each metric's name and value, without its tip.
    fn metrics(&self) -> Vec<(String, String)> {
        let start = |element: Element| {
            let text = element.first_child().and_then(|node| node.text_content());
            text.unwrap_or_default().trim().to_owned()
        };
        let names = self.all("dt").into_iter().map(start);
        names.zip(self.all("dd").into_iter().map(start)).collect()
    }

    fn value(&self, name: &str) -> Vec<String> {
        let metrics = self.metrics().into_iter();
        metrics
            .filter(|(of, _)| of == name)
            .map(|(_, value)| value)
            .collect()
    }

    fn press(&self, name: &str) {
        let said = |button: &Element| {
            button
                .text_content()
                .is_some_and(|text| text.trim() == name)
        };
        let button = self
            .all("button")
            .into_iter()
            .find(said)
            .unwrap_or_else(|| panic!("no {name}"));
        button.unchecked_into::<HtmlElement>().click();
    }
}

/// What a card finds in its context.
fn provide_state(language: Language) {
    let no_query = ParsedUrl::read("", 0);
    let settings = Settings::restore(Deployment::default());
    let view_state = ViewState::from_url();
    let search = Search::new(settings, view_state, &no_query);
    provide_context(Locale::new(language));
    let imported = Imported::new(search);
    let products = Products::new(settings, search);
    provide_context(Analysis::new(search, imported, products, view_state));
    provide_context(CardFocus::new());
    provide_context(Playing::default());
}

fn documented() -> Value {
    let example: Value =
        serde_json::from_str(include_str!("../fixtures/documented-example.json")).unwrap();
    example["data"][0].clone()
}

fn documented_with(field: &str, value: Value) -> Value {
    let mut row = documented();
    row[field] = value;
    row
}

#[wasm_bindgen_test]
fn the_documented_example_reads_as_published() {
    let card = Card::english(json!([documented()]));
    let expected = [
        ("GMV", "$133.6K"),
        ("Units", "4,479"),
        ("GPM", "$3.97"),
        ("Price per unit", "$29.83"),
        ("Units per 1,000 views", "0.133"),
        ("Views", "33.6M"),
        ("Likes", "920.7K"),
        ("Comments", "3,926"),
        ("Shares", "6,213"),
        ("Saves", "51.4K"),
        ("Engagement rate", "2.77%"),
        ("Save rate", "0.153%"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(card.metrics(), expected);
    for part in ["#SmallBusiness", "United States (US)", "2:44"] {
        assert!(card.text().contains(part), "{part} in {}", card.text());
    }
    let article = card.all("article").remove(0);
    let caption = documented()["video_desc"].as_str().unwrap().to_owned();
    assert_eq!(article.get_attribute("aria-label"), short_caption(&caption));
}

#[wasm_bindgen_test]
fn a_card_is_named_by_its_caption_or_else_by_its_id() {
    let long = "A very long caption ".repeat(20);
    let cases = [
        ("Tiny\n blender", "Tiny blender".to_owned()),
        ("", format!("Video {ID}")),
        (" \n", format!("Video {ID}")),
        (&long, short_caption(&long).unwrap()),
    ];
    for (caption, name) in cases {
        let mut row = documented();
        row["video_desc"] = json!(caption);
        let article = Card::english(json!([row])).all("article").remove(0);
        assert_eq!(article.get_attribute("aria-label"), Some(name));
    }
}

#[wasm_bindgen_test]
async fn all_metrics_are_exact_and_have_their_units() {
    let card = Card::english(json!([documented()]));
    assert_eq!(card.metrics().len(), 12);
    let all = card.all("details").remove(0);
    all.set_attribute("open", "").unwrap();
    // Each metric, when the video was published, and the ids of the video and its creator.
    let count = METRICS.len() + 3;
    until("all metrics", || card.metrics().len() == 12 + count).await;
    let exact: Vec<_> = card.metrics().split_off(12);
    for (name, value) in [
        ("GMV", "$133,621.60"),
        ("Units", "4,479 units"),
        ("GPM", "$3.97262 per 1,000 views"),
        ("Price per unit", "$29.8329 per unit"),
        ("Units per 1,000 views", "0.133162 units per 1,000 views"),
        ("GMV per day", "$13,362.16 per day"),
        ("Units per minute of video", "1,638.659 units per minute"),
        ("Views", "33,635,675 views"),
        ("Engagement rate", "2.7675%"),
        ("Views per day", "3,363,567.5 views per day"),
        ("Length", "164 seconds"),
    ] {
        let found = exact.iter().find(|(of, _)| of == name);
        assert_eq!(
            found.map(|(_, value)| value.as_str()),
            Some(value),
            "{name}"
        );
    }
    for spec in &METRICS {
        let formula = (Language::English.texts().metric)(spec.metric).formula;
        assert!(card.text().contains(formula), "{formula}");
    }
}

/// The text of the tip that is shown.
fn tip(card: &Card) -> Option<String> {
    let tip = card.host.query_selector("[role=tooltip]").unwrap();
    tip.and_then(|tip| tip.text_content())
}

fn point(element: &Element, event: &str, pointer: &str) {
    let init = PointerEventInit::new();
    init.set_pointer_type(pointer);
    let event = PointerEvent::new_with_event_init_dict(event, &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

fn press_escape() -> bool {
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    let body = document().body().unwrap();
    body.dispatch_event(&event).unwrap()
}

#[wasm_bindgen_test]
async fn tips_have_the_exact_value_and_the_formula() {
    let cases = [
        (
            Language::English,
            "Engagement rate",
            "(likes + comments + shares) ÷ views = 2.7675%",
        ),
        (
            Language::English,
            "Views",
            "How often the video was played · 33,635,675 views",
        ),
        (
            Language::English,
            "GPM",
            "GMV per 1,000 views = GMV ÷ views × 1,000 = $3.97262 per 1,000 views",
        ),
        (
            Language::Chinese,
            "播放量",
            "视频的播放次数 · 33,635,675 次播放",
        ),
        (
            Language::Chinese,
            "互动率",
            "（点赞数 + 评论数 + 分享数）÷ 播放量 = 2.7675%",
        ),
    ];
    for (language, name, expected) in cases {
        let card = Card::new(json!([documented()]), language);
        let names = card.all("dt").into_iter();
        let mut named = names.filter(|dt| dt.text_content().unwrap().trim() == name);
        let metric = named.next().unwrap().parent_element().unwrap();
        assert_eq!(tip(&card), None);
        point(&metric, "pointerenter", "touch");
        point(&metric, "pointerenter", "mouse");
        until("the tip", || tip(&card).as_deref() == Some(expected)).await;
        // It is within the metric: the pointer that moves onto it leaves nothing.
        assert!(metric.query_selector("[role=tooltip]").unwrap().is_some());
        point(&metric, "pointerleave", "mouse");
        until("no tip", || tip(&card).is_none()).await;
    }
}

#[wasm_bindgen_test]
async fn escape_closes_a_tip_and_nothing_else() {
    let card = Card::english(json!([documented()]));
    // What would close by Escape, such as a dialog, is told of keys that no tip has taken.
    assert!(press_escape());
    for metric in [
        card.all("dt").remove(0).parent_element().unwrap(),
        card.all("time").remove(0),
    ] {
        point(&metric, "pointerenter", "mouse");
        until("the tip", || tip(&card).is_some()).await;
        assert!(!press_escape());
        until("no tip", || tip(&card).is_none()).await;
        assert!(press_escape());
    }
}

#[wasm_bindgen_test]
fn nothing_but_controls_is_a_stop() {
    let card = Card::english(json!([documented()]));
    let stops = card.host.query_selector_all("[tabindex='0']").unwrap();
    assert_eq!(stops.length(), 0);
}

#[wasm_bindgen_test]
fn product_links_are_in_the_pages_language() {
    let card = Card::new(json!([documented()]), Language::Chinese);
    let links = card.all("a").into_iter();
    let links: Vec<String> = links
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    let product = links.iter().find(|link| link.contains("/view/product/"));
    assert!(
        product.unwrap().ends_with("?region=US&locale=zh-CN"),
        "{links:?}"
    );
    assert!(card.text().contains("美国（US）"), "{}", card.text());
}

#[wasm_bindgen_test]
fn links_lead_out_and_tell_nothing() {
    let card = Card::english(json!([documented()]));
    let links = card.all("a");
    let mut targets: Vec<String> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    targets.sort();
    let expected = [
        "https://shop.tiktok.com/view/product/1729422228922143703?region=US&locale=en".to_owned(),
        format!("https://www.tiktok.com/@_/video/{ID}"),
        "https://www.tiktok.com/share/user/7190508362273735722".to_owned(),
    ];
    assert_eq!(targets, expected);
    for link in links {
        assert_eq!(
            link.get_attribute("rel").as_deref(),
            Some("noopener noreferrer")
        );
    }
}

#[wasm_bindgen_test]
fn what_is_unknown_is_a_dash_and_never_zero() {
    for language in Language::VARIANTS {
        let card = Card::new(json!([{"video_id": ID}]), *language);
        let metrics = card.metrics();
        assert_eq!(metrics.len(), 12);
        for (name, value) in metrics {
            assert_eq!(value, "—", "{name}");
        }
        let texts = &language.texts().card;
        assert!(card.text().contains(texts.unknown_product));
        assert!(card.text().contains(texts.no_caption));
    }
}

#[wasm_bindgen_test]
fn nothing_sold_is_zero_and_its_price_unknown() {
    let mut row = documented_with("total_video_sale_cnt", json!(0));
    row["total_video_sale_gmv_amt"] = json!(0);
    let card = Card::english(json!([row]));
    for (name, value) in [
        ("GMV", "$0.00"),
        ("Units", "0"),
        ("GPM", "$0.00"),
        ("Price per unit", "—"),
    ] {
        assert_eq!(card.value(name), [value], "{name}");
    }
}

#[wasm_bindgen_test]
fn several_products_are_side_by_side_and_not_totaled() {
    let other = documented_with("product_id", json!("2"));
    let card = Card::english(json!([documented(), other]));
    assert_eq!(card.value("GMV"), ["$133.6K", "$133.6K"]);
    assert_eq!(card.value("Views"), ["33.6M"]);
    for part in ["2 products", "Not totaled", "Product 2"] {
        assert!(card.text().contains(part), "{part} in {}", card.text());
    }
    assert!(!card.text().contains("267"), "the sum: {}", card.text());
}

#[wasm_bindgen_test]
fn without_a_cover_there_is_a_placeholder() {
    for cover in [json!(null), json!(""), json!("http://cdn.example/1.jpg")] {
        let card = Card::english(json!([documented_with("reflow_cover", cover)]));
        assert!(card.all("img").is_empty());
        assert!(card.has_placeholder());
    }
}

#[wasm_bindgen_test]
async fn a_refused_cover_gives_way_to_the_placeholder() {
    let card = Card::english(json!([documented()]));
    let picture = card.all("img").remove(0);
    assert_eq!(
        picture.get_attribute("referrerpolicy").as_deref(),
        Some("no-referrer")
    );
    picture
        .dispatch_event(&Event::new("error").unwrap())
        .unwrap();
    until("the placeholder", || {
        card.all("img").is_empty() && card.has_placeholder()
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_expired_clip_says_so_and_asks_before_it_contacts_tiktok() {
    let card = Card::english(json!([documented()]));
    assert!(card.all("video").is_empty() && card.all("iframe").is_empty());
    card.press("Play video");
    until("the reason", || {
        card.text().contains("This clip's link expired")
    })
    .await;
    assert!(card.all("video").is_empty() && card.all("iframe").is_empty());
    card.press("Close player");
    until("the cover", || {
        !card.text().contains("expired") && card.text().contains("Play video")
    })
    .await;
}

#[wasm_bindgen_test]
fn what_the_api_says_is_text_and_never_markup() {
    let attack = "<img src=x onerror=alert(1)><script>alert(1)</script>";
    let mut row = documented_with("video_desc", json!(attack));
    row["hash_tag"] = json!(attack);
    row["reflow_cover"] = json!(null);
    let card = Card::english(json!([row]));
    assert!(card.all("img").is_empty() && card.all("script").is_empty());
    assert!(card.text().contains(attack));
}

/// The videos of a response with these ids, each fetched at a time of its own.
fn fetched(ids_and_times: &[(&str, u64)]) -> ResultRows {
    let videos = ids_and_times.iter().map(|(id, at)| {
        let row = documented_with("video_id", json!(id));
        let body = json!({"code": 0, "data": [row]}).to_string();
        let answer = read(200, None, &body, DataSource::Live).unwrap();
        answer.with_fetched_at(*at).videos.remove(0)
    });
    ResultRows::new(videos.collect())
}

#[wasm_bindgen_test]
fn a_card_has_the_values_of_the_users_own_file() {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let values = ["Spring", "", "<b>bold</b>"];
    let row = (ID.parse().unwrap(), texts(&values));
    let imported = ImportedColumns::new(texts(&["Campaign", "Note", ""]), [row]);
    let card = |language| {
        let rows = fetched(&[(ID, AT)]).with_imported(Arc::new(imported.clone()));
        Card::of(rows, language)
    };
    let items = |card: &Card, label: &str| -> Vec<String> {
        let list = format!("ul[aria-label='{label}'] > li");
        let found = card.host.query_selector_all(&list).unwrap();
        (0..found.length())
            .filter_map(|index| found.item(index)?.text_content())
            .collect()
    };
    let english = card(Language::English);
    assert_eq!(
        items(&english, "From your file"),
        ["Campaign: Spring", "File column 3: <b>bold</b>"]
    );
    let chinese = card(Language::Chinese);
    assert_eq!(
        items(&chinese, "来自您的文件"),
        ["Campaign：Spring", "文件第 3 列：<b>bold</b>"]
    );
    let without = Card::of(fetched(&[(ID, AT)]), Language::English);
    assert!(items(&without, "From your file").is_empty());
}

/// The results name the time of the newest data.
#[wasm_bindgen_test]
async fn older_data_has_its_time() {
    for (other, is_older) in [(AT, false), (AT + 86_400, true)] {
        let rows = fetched(&[(ID, AT), ("7521783049722285368", other)]);
        let card = Card::of(rows, Language::English);
        let details = card.all("details").remove(0);
        details.set_attribute("open", "").unwrap();
        until("all metrics", || !card.value("Published").is_empty()).await;
        let times = card.value("Data from");
        assert_eq!(times.len(), usize::from(is_older), "{times:?}");
        assert!(times.iter().all(|time| time.contains("2025")), "{times:?}");
    }
}
