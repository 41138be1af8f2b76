//! Which rows of a long table to draw: the visible ones and a few around them. All rows must have the same height.

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;

use super::element_size::{ElementSize, use_element_size};

/// Rows drawn above and below the visible ones, so that scrolling finds them there.
const SPARE_ROWS: usize = 6;

/// The visible height until the browser tells it, in CSS pixels.
const INITIAL_HEIGHT: f64 = 600.0;

/// The rows to draw, and the height of those that are not. All lengths are in CSS pixels.
#[derive(Clone, Copy)]
pub struct VirtualRows {
    scroller: NodeRef<html::Div>,
    body: NodeRef<html::Tbody>,
    scroll_top: RwSignal<f64>,
    row_height: RwSignal<f64>,
    /// The positions of the rows to draw.
    pub range: Memo<Range<usize>>,
    pub space_above: Signal<f64>,
    pub space_below: Signal<f64>,
}

/// Follows what is visible of `count` rows. `scroller` is the element that scrolls, `body` has the drawn rows and
/// nothing else, and `row_height` is a row's height until one is measured.
pub fn use_virtual_rows(
    scroller: NodeRef<html::Div>,
    body: NodeRef<html::Tbody>,
    count: Signal<usize>,
    row_height: f64,
) -> VirtualRows {
    let scroll_top = RwSignal::new(0.0);
    let row_height = RwSignal::new(row_height);
    let initial_size = ElementSize {
        width: 0.0,
        height: INITIAL_HEIGHT,
    };
    let size = use_element_size(scroller, initial_size);
    let range = Memo::new(move |_| {
        let (row_height, count) = (row_height.get(), count.get());
        let first = (scroll_top.get() / row_height) as usize;
        let visible = (size.get().height / row_height).ceil() as usize;
        let end = (first + visible + SPARE_ROWS).min(count);
        first.saturating_sub(SPARE_ROWS).min(end)..end
    });
    let rows_below = move || count.get().saturating_sub(range.get().end);
    let rows = VirtualRows {
        scroller,
        body,
        scroll_top,
        row_height,
        range,
        space_above: Signal::derive(move || range.get().start as f64 * row_height.get()),
        space_below: Signal::derive(move || rows_below() as f64 * row_height.get()),
    };
    // The browser tells the height after a layout, so that measuring costs no other one.
    Effect::watch(
        move || size.get().height,
        move |_, _, _| rows.measure(),
        false,
    );
    rows
}

impl VirtualRows {
    /// To be called when the scroller scrolls.
    pub fn on_scroll(self) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.measure();
            self.scroll_top.set(f64::from(scroller.scroll_top()));
        }
    }

    /// Scrolls to the first row.
    pub fn scroll_to_top(self) {
        // Writing the position makes the browser lay out the page, which is for nothing at the top.
        if self.scroll_top.get_untracked() > 0.0
            && let Some(scroller) = self.scroller.get_untracked()
        {
            scroller.set_scroll_top(0);
            self.scroll_top.set(0.0);
        }
    }

    fn measure(self) {
        let Some(body) = self.body.get_untracked() else {
            return;
        };
        let (rows, height) = (
            f64::from(body.child_element_count()),
            f64::from(body.offset_height()),
        );
        // The browser gives whole pixels, so that a difference of one means nothing.
        let difference = height - rows * self.row_height.get_untracked();
        if rows > 0.0 && height > 0.0 && difference.abs() > 1.0 {
            self.row_height.set(height / rows);
        }
    }
}
