//! The desk's own page frame: where a result is shown, and again when it or the place changes.
//!
//! Owns: what is set up once for each place. Refuses: what is asked for, which is the page's own program's.

use std::any::Any;
use std::cell::RefCell;

use js_sys::Array;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::page;
use crate::components::tag::tag;
use crate::components::views::views;
use crate::messages::Language;
use crate::state::desk::Desk;
use crate::state::handing::taken;
use crate::state::locale::Locale;
use crate::state::page::Page;
use crate::state::playing::Playing;

/// Where the desk is, and what ends it.
struct Shown {
    place: HtmlElement,
    desk: Desk,
    playing: Playing,
    _mounted: Box<dyn Any>,
}

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Sets up what is there once.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| page::report_panic(&panic.to_string())));
}

/// Shows pages of results in a place. The same place keeps its desk, whatever the pages; another one, as
/// after a change of language, gets a new one.
pub fn show(place: HtmlElement, language: &str, pages: &Array) {
    let pages = taken(pages);
    let shown = SHOWN.take().filter(|shown| shown.place == place);
    let shown = shown.unwrap_or_else(|| mounted(place, language));
    // Another page of results starts with all players closed.
    shown.playing.stop();
    let ids = |pages: &[Page]| pages.first().map(|page| page.query.ids.clone());
    if ids(&pages) == shown.desk.pages.with_untracked(|pages| ids(pages)) {
        // Another page of the same query: what has just been typed holds there too.
        shown.desk.settle();
    }
    shown.desk.follow();
    shown.desk.pages.set(pages);
    SHOWN.set(Some(shown));
}

fn mounted(place: HtmlElement, language: &str) -> Shown {
    let language = Language::from_tag(language).unwrap_or(Language::English);
    let owner = Owner::new();
    let (desk, playing) = owner.with(|| (Desk::new(), Playing::default()));
    let inside = owner.clone();
    let mounted = mount_to(place.clone(), move || {
        inside.with(|| {
            provide_context(Locale::new(language));
            let back = window_event_listener(leptos::ev::popstate, move |_| desk.follow());
            // What is pressed next, a link of the page's own perhaps, finds the address as the view is.
            let press = window_event_listener(leptos::ev::pointerdown, move |_| desk.settle());
            on_cleanup(move || {
                back.remove();
                press.remove();
            });
            let has_pages = move || desk.pages.with(|pages| !pages.is_empty());
            tag("div")
                .class("as-is")
                .live(move || match has_pages() {
                    true => views(desk, playing),
                    false => Vec::new(),
                })
                .into_view()
        })
    });
    Shown {
        place,
        desk,
        playing,
        _mounted: Box::new((mounted, owner)),
    }
}
