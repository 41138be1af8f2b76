//! The list of cards: how many are drawn, which stay when it changes, and which gets the focus.

use clipcart::components::card::cards::Cards;
use js_sys::Promise;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::mounted::{has_focus, send};
use crate::results::{WithResults, id, row, rows};
use crate::{document, until};

async fn cards(count: u64) -> WithResults {
    let results = WithResults::new(&[rows(count)], || view! { <Cards /> }).await;
    until("cards", || !articles(&results).is_empty()).await;
    results
}

fn articles(results: &WithResults) -> Vec<Element> {
    results.page.select("article")
}

/// The number of each card's video, in their order.
fn numbers(results: &WithResults) -> Vec<u64> {
    let article_id = |article: &Element| article.id();
    let ids = articles(results).iter().map(article_id).collect::<Vec<_>>();
    let number = |article: &String| (1..=50).find(|n| *article == format!("video-{}", id(*n)));
    ids.iter().filter_map(number).collect()
}

#[wasm_bindgen_test]
async fn a_dozen_is_drawn_at_a_time() {
    let results = cards(30).await;
    let page = &results.page;
    assert_eq!(numbers(&results), (1..=12).collect::<Vec<_>>());
    page.click("button", "Show more (18 left)");
    until("a second dozen", || articles(&results).len() == 24).await;
    page.click("button", "Show more (6 left)");
    until("all", || articles(&results).len() == 30).await;
    let more = page.select(".cards__more").remove(0);
    until("no button", || more.has_attribute("hidden")).await;
}

#[wasm_bindgen_test]
async fn what_stays_is_as_it_was_after_another_order_and_filter() {
    let results = cards(30).await;
    // The page's style sheet is not here.
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(
        ".caption--clamped { max-height: 1.5em; overflow: hidden }",
    ));
    articles(&results)[0].append_child(&style).unwrap();
    let third = articles(&results).remove(2);
    let within = |selector: &str| third.query_selector(selector).unwrap();
    until("a caption that is cut", || {
        within(".caption + button").is_some()
    })
    .await;
    send(&within(".caption + button").unwrap(), "click");
    send(&within(".media__play").unwrap(), "click");
    until("the player", || within(".media__close").is_some()).await;

    results.change_view(|view| view.filter.text = id(3).to_string());
    until("one card", || numbers(&results) == [3]).await;
    results.change_view(|view| view.filter.text.clear());
    until("all cards", || numbers(&results).len() == 12).await;
    // The video with the fewest views but two: its card is drawn only where all are.
    for left in ["18", "6"] {
        let name = format!("Show more ({left} left)");
        results.page.click("button", &name);
        results.page.until_gone("button", &name).await;
    }
    results.change_view(|view| view.sort = "-views".parse().unwrap());
    until("the other order", || {
        numbers(&results) == (1..=30).rev().collect::<Vec<_>>()
    })
    .await;
    assert_eq!(articles(&results)[27], third);
    assert!(within(".media__close").is_some() && within(".caption--clamped").is_none());
}

#[wasm_bindgen_test]
async fn only_a_caption_that_is_cut_can_be_shown_in_full() {
    // The page's style sheet is not here. A letter of a wide script needs the room of several others.
    let style = "p { width: 20em; line-height: 1.5; max-height: 3em; overflow: hidden }";
    for (caption, is_cut) in [
        ("i".repeat(75), false),
        ("one\ntwo".to_owned(), false),
        ("汉".repeat(39), false),
        ("汉".repeat(41), true),
        ("one\ntwo\nthree".to_owned(), true),
        ("a caption ".repeat(30), true),
    ] {
        let card = move || view! { <style>{style}</style> <Cards /> };
        let mut row = row(1, 1000);
        row["video_desc"] = json!(caption);
        let results = WithResults::new(&[vec![row]], card).await;
        until("a card", || !articles(&results).is_empty()).await;
        let article = articles(&results).remove(0);
        let text: HtmlElement = article
            .query_selector(".caption")
            .unwrap()
            .unwrap()
            .unchecked_into();
        text.style()
            .set_property("white-space", "pre-line")
            .unwrap();
        text.style()
            .set_property("overflow-wrap", "anywhere")
            .unwrap();
        let toggle = || {
            article
                .query_selector(".caption + button")
                .unwrap()
                .is_some()
        };
        // The browser measures once more for another width.
        text.style().set_property("width", "20.01em").unwrap();
        let window = web_sys::window().unwrap();
        for _ in 0..2 {
            let frame = Promise::new(&mut |resolve, _| {
                window.request_animation_frame(&resolve).unwrap();
            });
            JsFuture::from(frame).await.unwrap();
        }
        until(&caption, || toggle() == is_cut).await;
    }
}

/// As the answers of a run come in: clips play on, and what is open stays open.
#[wasm_bindgen_test]
async fn a_card_stays_when_rows_come_and_shows_what_changed() {
    let mut newer = row(2, 98_765);
    newer["video_desc"] = json!("a caption that is much longer than the one before ".repeat(9));
    let (first, second) = (rows(2), vec![row(3, 3000), newer]);
    let results = WithResults::new(&[first, second], || view! { <Cards /> }).await;
    until("cards", || numbers(&results) == [1, 2]).await;
    let before = articles(&results);
    let metrics = before[0].query_selector(".card__reach").unwrap().unwrap();
    let text = |article: &Element| article.text_content().unwrap();
    assert!(!text(&before[1]).contains("98,765") && !text(&before[1]).contains("98.8K"));
    let play = before[1].query_selector(".media__play").unwrap().unwrap();
    send(&play, "click");
    until("the player", || {
        before[1].query_selector(".media__close").unwrap().is_some()
    })
    .await;
    let close = || before[1].query_selector(".media__close").unwrap();
    let player = close();
    let all_metrics = before[1].query_selector("details").unwrap().unwrap();
    all_metrics.set_attribute("open", "").unwrap();

    results.change_view(|view| view.all_pages = true);
    until("both pages", || numbers(&results) == [1, 2, 3]).await;
    assert_eq!(articles(&results)[..2], before);
    // Nothing of the first changed.
    assert!(metrics.is_connected());
    until("the new views", || {
        text(&before[1]).contains("98,765") || text(&before[1]).contains("98.8K")
    })
    .await;
    until("the new caption", || {
        text(&before[1]).contains("much longer")
    })
    .await;
    assert!(player.is_some() && close() == player);
    assert!(all_metrics.is_connected() && all_metrics.has_attribute("open"));
}

/// However many better ones come, the card that is watched stays where it is.
#[wasm_bindgen_test]
async fn a_card_that_is_watched_keeps_its_place() {
    let second = (4..40).map(|n| row(n, 1000 * n)).collect();
    let results = WithResults::new(&[rows(3), second], || view! { <Cards /> }).await;
    results.change_view(|view| view.sort = "-views".parse().unwrap());
    until("the order", || numbers(&results) == [3, 2, 1]).await;
    let watched = articles(&results).remove(1);
    let play = watched.query_selector(".media__play").unwrap().unwrap();
    send(&play, "click");
    let close = || watched.query_selector(".media__close").unwrap();
    until("the player", || close().is_some()).await;
    let player = close();
    results.change_view(|view| view.all_pages = true);
    until("12 cards", || numbers(&results).len() == 12).await;
    assert_eq!(numbers(&results)[..4], [3, 2, 1, 39]);
    assert!(articles(&results)[1] == watched && close() == player);
    send(&close().unwrap(), "click");
    until("the order", || numbers(&results)[..3] == [39, 38, 37]).await;
}

#[wasm_bindgen_test]
async fn a_requested_card_is_drawn_and_gets_the_focus() {
    let results = cards(30).await;
    let (focus, analysis) = (results.card_focus, results.analysis);
    for n in [25, 2] {
        focus.requested.set(Some(id(n)));
        until("the focus", || {
            let article = articles(&results)
                .into_iter()
                .find(|article| article.id() == format!("video-{}", id(n)));
            article.is_some_and(|article| has_focus(&article))
        })
        .await;
        until("the end of the request", || {
            focus.requested.get_untracked().is_none()
        })
        .await;
        assert_eq!(focus.current(), Some(id(n)));
    }
    assert_eq!(focus.step(false, analysis), Some(()));
    until("the next card", || focus.current() == Some(id(3))).await;

    focus.requested.set(Some(id(40)));
    until("the end of a request for nothing", || {
        focus.requested.get_untracked().is_none()
    })
    .await;
    assert_eq!(focus.current(), Some(id(3)));
}
