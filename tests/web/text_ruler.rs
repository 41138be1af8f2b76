//! Texts cut to a width, in scripts of any width.

use clipcart::platform::text_ruler::TextRuler;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::document;

const WIDTH: i32 = 120;

/// A line in the document, in a font of its own.
struct Line(HtmlElement);

impl Line {
    fn new() -> Self {
        let line: HtmlElement = document().create_element("span").unwrap().unchecked_into();
        let style = "font: 400 13px sans-serif; white-space: pre; position: absolute";
        line.set_attribute("style", style).unwrap();
        document().body().unwrap().append_child(&line).unwrap();
        Self(line)
    }

    /// How wide the browser draws a text.
    fn width(&self, text: &str) -> f64 {
        self.0.set_text_content(Some(text));
        self.0.get_bounding_client_rect().width()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
fn as_much_is_shown_as_fits_in_any_script() {
    let line = Line::new();
    let ruler = TextRuler::of(&line.0);
    // What readers see as one letter, many times.
    for letter in [
        "i",
        "W",
        "ก",
        "น้ำ",
        "汉",
        "ﾊ",
        "م",
        "क्षि",
        "e\u{301}\u{323}",
        "😀",
        "👩‍👩‍👧‍👦",
        "🇲🇾",
        "👍🏽",
    ] {
        let cut = ruler.fit(&letter.repeat(100), WIDTH);
        let shown = cut.strip_suffix('…').unwrap();
        let count = shown.len() / letter.len();
        assert_eq!(shown, letter.repeat(count), "{letter} is whole");
        let width = line.width(&cut);
        assert!(width <= f64::from(WIDTH) + 1.0, "{letter}: {width} px");
        let more = line.width(&format!("{}…", letter.repeat(count + 1)));
        assert!(
            more > f64::from(WIDTH) - 1.0,
            "{letter}: {more} px for one more"
        );
    }
}

#[wasm_bindgen_test]
fn what_fits_is_not_cut() {
    let line = Line::new();
    let ruler = TextRuler::of(&line.0);
    for text in [
        "",
        "i",
        "Malaysia (MY)",
        "马来西亚（MY）",
        "iiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    ] {
        assert!(line.width(text) <= f64::from(WIDTH), "{text}");
        assert_eq!(ruler.fit(text, WIDTH), text);
    }
    // Not even a letter fits.
    assert_eq!(ruler.fit("WW", 0), "…");
    // Spaces before the dots are of no use.
    let spaced = ruler.fit(&"word ".repeat(40), WIDTH);
    assert!(!spaced.contains(" …"), "{spaced}");
}
