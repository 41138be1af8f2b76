//! The charts: what is drawn, how keys and the pointer reach its marks, and the chart as a file.

use clipcart::components::charts::Charts;
use clipcart::domain::metrics::Metric;
use clipcart::domain::view::ChartKind;
use clipcart::platform::picture;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, HtmlDetailsElement, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent,
    PointerEventInit,
};

use crate::mounted::choose;
use crate::results::{WithResults, row};
use crate::until;

const SVG: &str = "http://www.w3.org/2000/svg";

const ROWS: u64 = 5;

/// Charts of some rows.
struct ChartsPage(WithResults);

impl ChartsPage {
    /// A scatter chart, once it is drawn.
    async fn open() -> Self {
        let rows = (1..=ROWS).map(selling_row).collect();
        // In a box of fixed width: a scroll bar that appears with the chart would change its width.
        let charts = || view! { <div style:width="600px"><Charts /></div> };
        let page = Self(WithResults::new(&[rows], charts).await);
        page.show(ChartKind::Scatter);
        page.until_title("GMV (est.) vs. views").await;
        page
    }

    fn show(&self, kind: ChartKind) {
        self.0.change_view(|view| view.chart.kind = kind);
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        self.0.page.select(selector)
    }

    fn find(&self, selector: &str) -> Element {
        self.all(selector).remove(0)
    }

    async fn until_title(&self, title: &str) {
        let selector = format!("svg[role=img][aria-label^={title:?}]");
        until(title, || !self.all(&selector).is_empty()).await;
    }

    fn slider(&self) -> HtmlElement {
        self.0.page.role("slider", "Data points")
    }

    fn value(&self, attribute: &str) -> String {
        self.slider().get_attribute(attribute).unwrap()
    }

    async fn until_active(&self, name: &str) {
        until(name, || self.value("aria-valuetext").starts_with(name)).await;
    }

    /// The start of each subpath of the marks.
    fn marks(&self) -> Vec<(i32, i32)> {
        let path = self.find(".chart__points, .chart__bars");
        let path = path.get_attribute("d").unwrap();
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

/// The more views a row has, the more it sells.
fn selling_row(n: u64) -> Value {
    let mut row = row(n, n * 10_000);
    row["video_desc"] = json!(format!("Clip {n}"));
    row["total_video_sale_gmv_amt"] = json!(n * n * 100);
    row
}

#[wasm_bindgen_test]
async fn all_of_a_chart_is_svg() {
    let page = ChartsPage::open().await;
    for (kind, title) in [
        (ChartKind::Scatter, "GMV (est.) vs. views"),
        (ChartKind::Distribution, "Distribution of GMV (est.)"),
        (ChartKind::Bars, "GMV (est.), highest first"),
    ] {
        page.show(kind);
        page.until_title(title).await;
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
    let page = ChartsPage::open().await;
    assert_eq!(page.marks().len() as u64, ROWS);
    assert_eq!(page.value("aria-valuemax"), ROWS.to_string());
    page.show(ChartKind::Bars);
    page.until_title("GMV (est.), highest first").await;
    assert_eq!(page.marks().len() as u64, ROWS);
    assert_eq!(page.all(".chart__name").len() as u64, ROWS);
}

#[wasm_bindgen_test]
async fn keys_move_the_active_mark() {
    let page = ChartsPage::open().await;
    assert_eq!(page.value("aria-valuetext"), "—");
    let tooltip = page.find(".chart__tip");
    assert!(tooltip.has_attribute("hidden"));
    // From the fewest views on.
    for (key, value, name) in [
        ("ArrowRight", "1", "Clip 1"),
        ("ArrowRight", "2", "Clip 2"),
        ("End", "5", "Clip 5"),
        ("ArrowLeft", "4", "Clip 4"),
        ("Home", "1", "Clip 1"),
    ] {
        page.press(key);
        page.until_active(name).await;
        assert_eq!(page.value("aria-valuenow"), value);
        assert!(!tooltip.has_attribute("hidden"));
        assert!(tooltip.text_content().unwrap().starts_with(name));
    }
    page.press("Escape");
    page.until_active("—").await;
    assert!(tooltip.has_attribute("hidden"));
}

/// Bars are from the highest at the top to the lowest: Up moves up, to a higher place.
#[wasm_bindgen_test]
async fn up_and_page_up_increase() {
    let page = ChartsPage::open().await;
    for (kind, title, highest) in [
        (ChartKind::Scatter, "GMV (est.) vs. views", "Clip 5"),
        (ChartKind::Bars, "GMV (est.), highest first", "Clip 5"),
    ] {
        page.show(kind);
        page.until_title(title).await;
        page.until_active("—").await;
        page.press("Home");
        page.press("Home");
        page.until_active("Clip 1").await;
        for (key, value, name) in [
            ("ArrowUp", "2", "Clip 2"),
            ("PageUp", "3", "Clip 3"),
            ("ArrowRight", "4", "Clip 4"),
            ("End", "5", highest),
            ("ArrowDown", "4", "Clip 4"),
            ("PageDown", "3", "Clip 3"),
            ("ArrowLeft", "2", "Clip 2"),
        ] {
            page.press(key);
            page.until_active(name).await;
            assert_eq!(page.value("aria-valuenow"), value, "{kind:?} {key}");
        }
        page.press("Escape");
    }
}

#[wasm_bindgen_test]
async fn a_tip_is_exact_and_stays_under_the_pointer() {
    let page = ChartsPage::open().await;
    let tip = page.find(".chart__tip");
    let layers = page.slider().parent_element().unwrap();
    page.hover(page.marks()[4]);
    page.until_active("Clip 5").await;
    let text = tip.text_content().unwrap();
    for part in ["$2,500.00", "50,000 views"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // A pointer that rests can move onto the tip, which is with the layer in one element.
    let is_hoverable = || tip.class_list().contains("chart__tip--hoverable");
    until("a tip that can be hovered", is_hoverable).await;
    assert!(layers.contains(Some(&tip)));
    let leave = PointerEvent::new("pointerleave").unwrap();
    layers.dispatch_event(&leave).unwrap();
    page.until_active("—").await;
    // Escape closes it wherever the focus is.
    page.hover(page.marks()[4]);
    page.until_active("Clip 5").await;
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    web_sys::window().unwrap().dispatch_event(&escape).unwrap();
    page.until_active("—").await;
}

#[wasm_bindgen_test]
async fn names_of_bars_fit_beside_them() {
    for caption in [
        "ผลิตภัณฑ์บำรุงผิวหน้า",
        "护肤新品上市限时优惠",
        "😀👩‍👩‍👧‍👦🇲🇾",
        "e\u{301}\u{323}",
    ] {
        let rows = (1..=ROWS).map(|n| {
            let mut row = selling_row(n);
            row["video_desc"] = json!(caption.repeat(30));
            row
        });
        let charts = || view! { <div style:width="600px"><Charts /></div> };
        let page = ChartsPage(WithResults::new(&[rows.collect()], charts).await);
        page.until_title("GMV (est.), highest first").await;
        let left = page
            .find(".chart__picture")
            .get_bounding_client_rect()
            .left();
        for name in page.all(".chart__name") {
            let name = name.get_bounding_client_rect();
            assert!(
                name.left() >= left - 1.0,
                "{caption}: {} px out",
                left - name.left()
            );
            assert!(name.width() > 150.0, "{caption}: {} px", name.width());
        }
    }
}

/// A row of a video that has more products, by the digits at their ends.
fn row_of_product(video: u64, product: u64) -> Value {
    let mut row = selling_row(video);
    row["product_id"] = json!((1_729_000_000_000_000_000 + product).to_string());
    row["total_video_sale_gmv_amt"] = json!(1_000 - product);
    row
}

#[wasm_bindgen_test]
async fn rows_of_one_video_are_told_apart_by_their_products() {
    let mut rows = vec![row_of_product(1, 11), row_of_product(1, 12)];
    rows[0]["video_desc"] = json!("A long caption ".repeat(30));
    rows[1]["video_desc"] = rows[0]["video_desc"].clone();
    rows.push(row_of_product(2, 21));
    let charts = || view! { <div style:width="600px"><Charts /></div> };
    let page = ChartsPage(WithResults::new(&[rows], charts).await);
    page.until_title("GMV (est.), highest first").await;
    let labels = || -> Vec<String> {
        let labels = page.all(".chart__name").into_iter();
        labels.map(|it| it.text_content().unwrap()).collect()
    };
    let shown = labels();
    assert!(
        shown[0].starts_with("A long") && shown[0].ends_with("… · …000011"),
        "{shown:?}"
    );
    assert!(shown[1].ends_with("… · …000012"), "{shown:?}");
    assert_eq!(shown[2], "Clip 2");

    let details = page.find("details");
    let details: HtmlDetailsElement = details.unchecked_into();
    details.set_open(true);
    let cells = |selector: &str| -> Vec<String> {
        let cells = page.all(selector).into_iter();
        cells.map(|it| it.text_content().unwrap()).collect()
    };
    let heads = || cells(".chart__table thead th");
    until("the table", || {
        heads() == ["Video", "Product", "GMV (est.)"]
    })
    .await;
    let products = cells(".chart__table td.chart__product");
    assert!(
        products[1].starts_with("Product 1729000000000000012"),
        "{products:?}"
    );

    // A value of the video is no product's.
    page.0.change_view(|view| view.chart.metric = Metric::Views);
    until("views", || heads() == ["Video", "Views"]).await;
    assert!(
        labels().iter().all(|label| !label.contains('·')),
        "{:?}",
        labels()
    );
}

#[wasm_bindgen_test]
async fn hovering_draws_nothing_anew() {
    let page = ChartsPage::open().await;
    let drawing = page.all("svg, svg *");
    for (index, mark) in page.marks().into_iter().enumerate() {
        page.hover(mark);
        page.until_active(&format!("Clip {}", index + 1)).await;
    }
    let ring: HtmlElement = page.find(".chart__ring").unchecked_into();
    let (x, _) = page.marks()[ROWS as usize - 1];
    let left = ring.style().get_property_value("--x").unwrap();
    assert_eq!(left, (x - 9).to_string());
    assert_eq!(page.all("svg, svg *"), drawing);
}

#[wasm_bindgen_test]
async fn another_chart_has_no_active_mark() {
    let page = ChartsPage::open().await;
    // The first key reaches the first mark.
    page.press("End");
    page.press("End");
    page.until_active("Clip 5").await;
    page.0.change_view(|view| view.chart.log = false);
    page.until_active("—").await;
    assert_eq!(page.value("aria-valuenow"), "1");
}

#[wasm_bindgen_test]
async fn the_lists_choose_the_chart() {
    let page = ChartsPage::open().await;
    let list = page.0.page.role("combobox", "Chart");
    choose(&list, "timeline");
    page.until_title("Total GMV (est.) by").await;
    // Of no use to this chart.
    page.0.page.until_gone("combobox", "X axis").await;
    page.0.page.until_gone("checkbox", "Log scale").await;
    choose(&page.0.page.role("combobox", "Metric"), "views");
    page.until_title("Total views by").await;
}

#[wasm_bindgen_test]
async fn the_file_has_title_and_styles_of_its_own() {
    let page = ChartsPage::open().await;
    let svg = picture::source(&page.find(".chart__stage"), "Views &\u{1} more").unwrap();
    for part in [
        // A control character makes no XML.
        "<title>Views &amp;  more</title>",
        "font-family=",
        "stroke-linecap=",
    ] {
        assert!(svg.text.contains(part), "{part} in {}", svg.text);
    }
    for part in ["class=", "role=", "aria-label="] {
        assert!(!svg.text.contains(part), "{part} in {}", svg.text);
    }
    let png = picture::png(&svg).await.unwrap();
    assert_eq!(png.type_(), "image/png");
    assert!(png.size() > 1_000.0, "{} bytes", png.size());
}
