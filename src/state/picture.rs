//! Owns: a chart as a file. Refuses: what is in it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::state::clock::now;
use crate::platform::{download, picture};
use crate::domain::dates::day::Day;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    /// Twice the size, for sharp screens and slides.
    Png,
}

/// Hands the reader the picture in `stage`; `failed` says whether that could not be done.
pub fn save(stage: &Element, kind: Picture, name: &str, title: String, failed: RwSignal<bool>) {
    failed.set(false);
    let name = ["clipcart-", name, "-", &Day::of(now()).to_string()].concat();
    let stage = stage.clone();
    spawn_local(async move {
        let saved = match (picture::source(&stage, &title), kind) {
            (None, _) => false,
            (Some(svg), Picture::Svg) => {
                let text = JsValue::from_str(&svg.text);
                download::save(&[&name, ".svg"].concat(), "image/svg+xml", &text)
            }
            (Some(svg), Picture::Png) => match picture::png(&svg).await {
                Some(blob) => download::save(&[&name, ".png"].concat(), "image/png", &blob),
                None => false,
            },
        };
        failed.try_set(!saved);
    });
}
