//! Owns: pointing at marks, by pointer and by keys: which one is meant, what is said of it, and where a
//! click leads. Refuses: which mark is near, which is `domain::charts`'s.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::{ChartContext, Drawn, words};
use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::charts::{Chart, Form, Mark, MarkTarget};
use crate::state::effect::effect;
use crate::state::shared::Shared;
use crate::state::target::{show_range, show_videos};

/// MarkTarget lies over the picture: what hears, the ring around a mark, and what is said of it.
pub fn marker(chart: ChartContext) -> [Tag; 4] {
    let t = chart.locale.charts();
    let ring = tag("div").class("chart__ring");
    let tip = tag("div").class("chart__tip").live(move || {
        let said_of = |(drawn, mark): (&Drawn, &Mark)| {
            let words = words::about(drawn, mark, chart.locale);
            words.iter().map(|words| said("span", words)).collect()
        };
        chart.with_mark(said_of).unwrap_or_default()
    });
    // A slider is what goes along values by arrow keys and says each, wherever it is read aloud.
    let over = hearing(tag("div"), chart)
        .class("chart__over")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", t.marks)
        .attr("aria-describedby", "chart-keys");
    let parts = [&over, &ring, &tip].map(|tag| tag.element().clone());
    effect(move || place(chart, &parts));
    let keys = said("p", t.keys)
        .class("chart__keys")
        .attr("id", "chart-keys");
    [over, ring, tip, keys]
}

impl ChartContext {
    /// Something of the mark that is pointed at.
    fn with_mark<T>(self, of: impl FnOnce((&Drawn, &Mark)) -> T) -> Option<T> {
        let (drawn, at) = (self.drawn.get()?, self.at.get()?);
        drawn.chart.marks.get(at).map(|mark| of((&drawn, mark)))
    }

    fn drawn_now(self) -> Option<Shared<Drawn>> {
        self.drawn.get_untracked()
    }
}

fn hearing(over: Tag, chart: ChartContext) -> Tag {
    let at = chart.at;
    let pointed = move |event: &web_sys::Event| {
        let event: &PointerEvent = event.unchecked_ref();
        let drawn = chart.drawn_now()?;
        drawn.chart.mark_at(event.offset_x(), event.offset_y())
    };
    // A finger can't hover: its first tap points at a mark, and the second one opens it.
    let opens = Rc::new(Cell::new(true));
    let pressed = opens.clone();
    over.on("pointermove", move |event| set(at, pointed(&event)))
        .on("pointerdown", move |event| {
            let mark = pointed(&event);
            let is_touch = event.unchecked_ref::<PointerEvent>().pointer_type() == "touch";
            pressed.set(!is_touch || (mark.is_some() && mark == at.get_untracked()));
            set(at, mark);
        })
        .on("pointerleave", move |event| {
            if event.unchecked_ref::<PointerEvent>().pointer_type() != "touch" {
                set(at, None);
            }
        })
        .on("click", move |_| {
            if opens.get() {
                open(chart);
            }
        })
        .on("focus", move |event| {
            let by_key = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let by_key = by_key.is_some_and(|it| it.matches(":focus-visible") == Ok(true));
            if by_key && at.get_untracked().is_none() {
                set(at, Some(0));
            }
        })
        .on("blur", move |_| set(at, None))
        .on("keydown", move |event| {
            let keys: &KeyboardEvent = event.unchecked_ref();
            if keys.ctrl_key() || keys.meta_key() || keys.alt_key() {
                return;
            }
            let (key, now) = (keys.key(), at.get_untracked());
            let step = |chart: &Chart| match now {
                Some(now) => chart.mark_by(&key, now),
                None => chart.mark_by(&key, 0).map(|_| 0),
            };
            let to = chart.drawn_now().and_then(|drawn| step(&drawn.chart));
            match key.as_str() {
                "Enter" | " " => open(chart),
                "Escape" => set(at, None),
                _ if to.is_some() => set(at, to),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
}

/// Pointers move all the time; what is pointed at changes now and then. The last event comes when the
/// chart has gone already: a focus that is taken away with it.
fn set(at: RwSignal<Option<usize>>, mark: Option<usize>) {
    if at.try_get_untracked().is_some_and(|now| now != mark) {
        at.try_set(mark);
    }
}

/// Goes to what is pointed at.
fn open(chart: ChartContext) {
    let Some((drawn, at)) = chart.drawn_now().zip(chart.at.get_untracked()) else {
        return;
    };
    let Some(mark) = drawn.chart.marks.get(at) else {
        return;
    };
    match &mark.what {
        MarkTarget::Between(from, to) => show_range(chart.analysis, drawn.choice.metric, *from, *to),
        what => show_videos(chart.analysis, &drawn.rows, what),
    }
}

/// Puts ring and text where the mark is, and says it to those who listen.
fn place(chart: ChartContext, [over, ring, tip]: &[Element; 3]) {
    let drawn = chart.drawn.get();
    let count = drawn.as_ref().map_or(0, |drawn| drawn.chart.marks.len());
    let _ = over.toggle_attribute_with_force("hidden", count == 0);
    let _ = over.set_attribute("aria-valuemin", "1");
    let _ = over.set_attribute("aria-valuemax", &count.to_string());
    let place = chart.at.get().map_or(1, |at| at + 1);
    let _ = over.set_attribute("aria-valuenow", &place.to_string());
    let pointed = chart.with_mark(|(drawn, mark)| {
        let (words, chart) = (
            words::about(drawn, mark, chart.locale).join(", "),
            &drawn.chart,
        );
        (
            words,
            boxed(mark, chart.form),
            chart.width,
            chart.height,
            chart.form,
        )
    });
    for part in [ring, tip] {
        let _ = part.toggle_attribute_with_force("hidden", pointed.is_none());
    }
    let Some((words, [x, y, width, height], full, high, form)) = pointed else {
        let _ = over.set_attribute("aria-valuetext", "—");
        return;
    };
    let _ = over.set_attribute("aria-valuetext", &words);
    let middle = x + width / 2;
    let below = y < high / 2;
    let at = if below { y + height + 6 } else { y - 6 };
    for (element, name, value) in [
        (ring, "--x", x),
        (ring, "--y", y),
        (ring, "--width", width),
        (ring, "--height", height),
        (tip, "--x", middle.min(full)),
        (tip, "--y", at),
        (tip, "--share", -middle.min(full) * 100 / full.max(1)),
        (tip, "--rise", if below { 0 } else { -100 }),
    ] {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, &value.to_string());
        }
    }
    let _ = ring.set_attribute(
        "data-form",
        if form == Form::Points { "point" } else { "bar" },
    );
}

/// The box of the ring around a mark.
fn boxed(mark: &Mark, form: Form) -> [i32; 4] {
    let away = if form == Form::Points { 9 } else { 2 };
    [
        mark.x - away,
        mark.y - away,
        mark.width + 2 * away,
        mark.height + 2 * away,
    ]
}
