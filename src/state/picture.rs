//! A chart as a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock::now;
use crate::domain::dates::day::Day;
use crate::platform::{download, picture};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Svg,
    /// Twice the size, for sharp screens and slides.
    Png,
}

/// Offers the chart in `stage` as a file; `failed` tells whether that did not work.
pub fn save_picture(
    stage: NodeRef<html::Div>,
    format: PictureFormat,
    name: &str,
    title: String,
    failed: RwSignal<bool>,
) {
    failed.set(false);
    let Some(stage) = stage.get_untracked() else {
        return;
    };
    let name = format!("clipcart-{name}-{}", Day::of(now()));
    spawn_local(async move {
        let saved = match (picture::source(&stage, &title), format) {
            (None, _) => false,
            (Some(svg), PictureFormat::Svg) => {
                download::save_text(&format!("{name}.svg"), "image/svg+xml", &svg.text)
            }
            (Some(svg), PictureFormat::Png) => match picture::png(&svg).await {
                Some(blob) => download::save_blob(&format!("{name}.png"), &blob),
                None => false,
            },
        };
        failed.try_set(!saved);
    });
}
