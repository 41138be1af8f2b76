//! Texts cut to a width. The browser measures them, since letters of different scripts have very different widths, and
//! says where they may be cut: not within an emoji or between a letter and its marks.

use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new() -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// Measures texts in a font.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextRuler {
    /// With the font. `None` if the browser has no canvas: then no text is cut.
    context: Option<CanvasRenderingContext2d>,
}

impl TextRuler {
    /// For a font as CSS writes it, such as `600 16px serif`.
    pub fn new(font: &str) -> Self {
        let context = context();
        if let Some(context) = &context {
            context.set_font(font);
        }
        Self { context }
    }

    /// For the font of an element.
    pub fn of(element: &Element) -> Self {
        let style =
            web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
        let properties = ["font-weight", "font-size", "font-family"];
        let values = properties.map(|property| {
            let style = style.as_ref();
            let value = style.and_then(|style| style.get_property_value(property).ok());
            value.unwrap_or_default()
        });
        Self::new(&values.join(" "))
    }

    /// How wide a text is, in whole pixels; 0 if that cannot be measured.
    pub fn width(&self, text: &str) -> i32 {
        let context = self.context.as_ref();
        let measured = context.and_then(|context| context.measure_text(text).ok());
        measured.map_or(0, |measured| measured.width().ceil() as i32)
    }

    /// The text, or as much of it as fits so many pixels together with "…".
    pub fn fit(&self, text: &str, width: i32) -> String {
        let Some(context) = &self.context else {
            return text.to_owned();
        };
        let fits = |text: &str| {
            let measured = context.measure_text(text);
            measured.is_ok_and(|measured| measured.width() <= f64::from(width))
        };
        if fits(text) {
            return text.to_owned();
        }
        let cut = |end: usize| format!("{}…", text[..end].trim_end());
        let ends = ends_of_letters(text);
        let fitting = ends.partition_point(|end| fits(&cut(*end)));
        cut(fitting.checked_sub(1).map_or(0, |last| ends[last]))
    }
}

/// A canvas that is in no document.
fn context() -> Option<CanvasRenderingContext2d> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The ends of what readers see as one letter, in bytes.
fn ends_of_letters(text: &str) -> Vec<usize> {
    let ends = |lengths: Vec<usize>| {
        let mut end = 0;
        let ends = lengths.into_iter().map(|length| {
            end += length;
            end
        });
        ends.collect()
    };
    let letters = segments(text).filter(|letters| letters.iter().sum::<usize>() == text.len());
    // Browsers without `Intl.Segmenter` may cut an emoji into its parts.
    ends(letters.unwrap_or_else(|| text.chars().map(char::len_utf8).collect()))
}

/// The lengths of the letters in bytes.
fn segments(text: &str) -> Option<Vec<usize>> {
    let segments = Segmenter::new().ok()?.segment(text);
    let segments = js_sys::try_iter(&segments).ok()??;
    let length = |segment: Result<JsValue, JsValue>| {
        let letter = Reflect::get(&segment.ok()?, &JsValue::from_str("segment")).ok()?;
        Some(letter.as_string()?.len())
    };
    segments.map(length).collect()
}
