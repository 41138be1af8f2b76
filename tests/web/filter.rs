//! The filter's typed fields: what is typed stays as it is typed, and applies once it means something.

use clipcart::components::filter::FilterDisclosure;
use clipcart::domain::metrics::{METRICS, Metric, Unit};
use clipcart::domain::view::View;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::mounted::{choose, fill};
use crate::results::{WithResults, rows};
use crate::{document, until};

/// The open filter of some results.
struct Panel {
    results: WithResults,
    address: String,
}

impl Drop for Panel {
    /// The filter is written into the address, which other tests read.
    fn drop(&mut self) {
        let history = web_sys::window().unwrap().history().unwrap();
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(&self.address))
            .unwrap();
    }
}

impl Panel {
    /// With this filter on.
    async fn open(filter: &str) -> Self {
        let panel = Self {
            results: WithResults::new(&[rows(3)], || view! { <FilterDisclosure /> }).await,
            address: document().location().unwrap().href().unwrap(),
        };
        panel.change_view(filter);
        let button: HtmlElement = panel.select("button").unchecked_into();
        button.click();
        panel.results.page.until_role("textbox", "Min (US$)").await;
        panel
    }

    /// As a link or a removed chip does.
    fn change_view(&self, params: &str) {
        let Ok(view) = params.parse::<View>();
        self.results.change_view(|old| *old = view);
    }

    fn select(&self, selector: &str) -> Element {
        self.results.page.select(selector).remove(0)
    }

    fn filter(&self) -> String {
        self.results.analysis.filter.get_untracked().to_string()
    }

    /// The field with this name, whatever its type.
    fn field(&self, name: &str) -> HtmlInputElement {
        let labels = self.results.page.select("label").into_iter();
        let mut found = labels.filter(|label| label.text_content().unwrap().trim() == name);
        let label = found.next().unwrap_or_else(|| panic!("no {name:?}"));
        let input = label.query_selector("input").unwrap().unwrap();
        input.unchecked_into()
    }

    /// What is said about the fields of the group with this id.
    fn problem(&self, id: &str) -> String {
        self.select(&format!("#{id}")).text_content().unwrap()
    }

    /// Types into a field. It holds the text afterwards, and is marked as it should be, with these words.
    async fn type_into(&self, name: &str, text: &str, id: &str, problem: &str) {
        let field = self.field(name);
        fill(&field, text);
        // As between two keystrokes.
        leptos::task::tick().await;
        until(&format!("{problem:?} after {text:?}"), || {
            self.problem(id) == problem
        })
        .await;
        assert_eq!(field.value(), text, "{name}");
        let is_marked = field.get_attribute("aria-invalid").is_some();
        assert_eq!(is_marked, !problem.is_empty(), "{name}: {text:?}");
        assert_eq!(field.get_attribute("aria-describedby").as_deref(), Some(id));
    }
}

const NO_DAY: &str = "Enter a full date, from 1970 on.";
const NO_NUMBER: &str = "Enter a number, such as 1500 or 2.5.";

#[wasm_bindgen_test]
async fn a_date_can_be_typed_digit_by_digit() {
    let panel = Panel::open("&cc_from=2025-07-31").await;
    until("the day", || panel.field("From").value() == "2025-07-31").await;
    // What a browser tells of while the digits of the year are typed.
    for year in ["0002", "0020", "0202"] {
        let text = format!("{year}-07-31");
        panel
            .type_into("From", &text, "dates-problem", NO_DAY)
            .await;
        assert_eq!(panel.filter(), "&cc_from=2025-07-31");
    }
    panel
        .type_into("From", "2026-07-31", "dates-problem", "")
        .await;
    assert_eq!(panel.filter(), "&cc_from=2026-07-31");
    // Another condition changes nothing in the field.
    panel
        .type_into("From", "0002-07-31", "dates-problem", NO_DAY)
        .await;
    panel.change_view("&cc_from=2026-07-31&cc_q=made");
    leptos::task::tick().await;
    assert_eq!(panel.field("From").value(), "0002-07-31");
    panel.type_into("From", "", "dates-problem", "").await;
    assert_eq!(panel.filter(), "&cc_q=made");
}

#[wasm_bindgen_test]
async fn days_in_the_wrong_order_are_named_and_do_not_apply() {
    let late = "From is later than To.";
    let panel = Panel::open("&cc_from=2025-07-31").await;
    until("the day", || panel.field("From").value() == "2025-07-31").await;
    panel
        .type_into("To", "2025-07-30", "dates-problem", late)
        .await;
    assert_eq!(panel.filter(), "&cc_from=2025-07-31");
    assert!(panel.field("From").has_attribute("aria-invalid"));
    panel
        .type_into("To", "2025-07-31", "dates-problem", "")
        .await;
    assert_eq!(panel.filter(), "&cc_from=2025-07-31&cc_to=2025-07-31");
    // A chip that is removed, or "Clear all".
    panel.change_view("");
    until("empty fields", || {
        ["From", "To"].map(|name| panel.field(name).value()) == ["", ""]
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_bound_stays_as_it_is_typed_and_applies_when_it_is_a_number() {
    let panel = Panel::open("").await;
    let (id, unit) = ("range-problem", "Min (US$)");
    let cases = [
        ("1", "", "&cc_where=gmv:1.."),
        ("1.", "", "&cc_where=gmv:1.."),
        ("1.5", "", "&cc_where=gmv:1.5.."),
        ("1.50", "", "&cc_where=gmv:1.5.."),
        ("1.5e", NO_NUMBER, "&cc_where=gmv:1.5.."),
        ("1e3", NO_NUMBER, "&cc_where=gmv:1.5.."),
        ("-3", NO_NUMBER, "&cc_where=gmv:1.5.."),
        ("many", NO_NUMBER, "&cc_where=gmv:1.5.."),
        ("１０，０００", "", "&cc_where=gmv:10000.."),
        (" $7 ", "", "&cc_where=gmv:7.."),
        ("", "", ""),
    ];
    for (text, problem, filter) in cases {
        panel.type_into(unit, text, id, problem).await;
        assert_eq!(panel.filter(), filter, "{text:?}");
    }
}

#[wasm_bindgen_test]
async fn a_range_in_the_wrong_order_is_named_and_does_not_apply() {
    let panel = Panel::open("&cc_where=gmv:100..500").await;
    let (id, above) = ("range-problem", "Min is above Max.");
    until("the range", || panel.field("Max (US$)").value() == "500").await;
    panel.type_into("Min (US$)", "1000", id, above).await;
    assert_eq!(panel.filter(), "&cc_where=gmv:100..500");
    assert!(panel.field("Max (US$)").has_attribute("aria-invalid"));
    panel.type_into("Max (US$)", "1000", id, "").await;
    assert_eq!(panel.filter(), "&cc_where=gmv:1000..1000");
    // One that a link brought is named as well.
    panel.change_view("&cc_where=gmv:9..3");
    until("words", || panel.problem(id) == above).await;
}

#[wasm_bindgen_test]
async fn each_range_says_its_unit() {
    let panel = Panel::open("").await;
    let metrics = panel.results.page.role("combobox", "Metric");
    for spec in &METRICS {
        choose(&metrics, spec.code);
        let unit = match spec.metric.unit() {
            Unit::Count | Unit::Ratio => "",
            Unit::Dollars => " (US$)",
            Unit::Percent => " (%)",
            Unit::Seconds => " (s)",
        };
        for name in ["Min", "Max"] {
            panel
                .results
                .page
                .until_role("textbox", &format!("{name}{unit}"))
                .await;
        }
    }
    assert_eq!(Metric::Length.unit(), Unit::Seconds);
}
