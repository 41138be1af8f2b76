//! Owns: a picture of the page as a file of its own, with the looks that the style sheet gives it there.
//! Refuses: anything in it that would be fetched from elsewhere.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer,
};

/// An SVG document and its size in pixels.
pub struct Source {
    pub text: String,
    width: i32,
    height: i32,
}

/// What of an element's looks is its own, and not its document's.
const LOOKS: [&str; 11] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-dasharray",
    "stroke-opacity",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
];

const PAD: i32 = 16;
/// Above the picture, for its title.
const HEAD: i32 = 28;

/// The first SVG picture within an element, under a title and on the ground that it stands on.
pub fn source(within: &Element, title: &str) -> Option<Source> {
    let picture = within.query_selector("svg").ok()??;
    let copy: Element = picture.clone_node_with_deep(true).ok()?.unchecked_into();
    let (all, copies) = (
        picture.query_selector_all("*").ok()?,
        copy.query_selector_all("*").ok()?,
    );
    for place in 0..all.length() {
        let (from, to) = (
            all.get(place)?.unchecked_into(),
            copies.get(place)?.unchecked_into(),
        );
        take_looks(&from, &to)?;
    }
    let document = within.owner_document()?;
    let make = |name: &str| {
        let made = document.create_element_ns(Some("http://www.w3.org/2000/svg"), name);
        made.ok()
    };
    let size = |name: &str| picture.get_attribute(name)?.parse::<i32>().ok();
    let (width, height) = (size("width")? + 2 * PAD, size("height")? + 2 * PAD + HEAD);
    let set = |element: &Element, pairs: &[(&str, &str)]| {
        for (name, value) in pairs {
            let _ = element.set_attribute(name, value);
        }
    };
    let (wide, high) = (width.to_string(), height.to_string());
    let sheet = make("svg")?;
    set(
        &sheet,
        &[
            ("width", &wide),
            ("height", &high),
            ("viewBox", &["0 0 ", &wide, " ", &high].concat()),
        ],
    );
    let named = make("title")?;
    named.set_text_content(Some(title));
    let ground = make("rect")?;
    set(
        &ground,
        &[
            ("width", "100%"),
            ("height", "100%"),
            ("fill", &look(within, "background-color")?),
        ],
    );
    let head = make("text")?;
    head.set_text_content(Some(title));
    set(
        &head,
        &[
            ("x", "16"),
            ("y", "30"),
            ("fill", &look(within, "color")?),
            ("font-family", &look(within, "font-family")?),
            ("font-size", "16px"),
            ("font-weight", "600"),
        ],
    );
    set(&copy, &[("x", "16"), ("y", "44")]);
    for name in ["class", "role", "aria-label"] {
        let _ = copy.remove_attribute(name);
    }
    for part in [&named, &ground, &head, &copy] {
        sheet.append_child(part).ok()?;
    }
    let text = XmlSerializer::new()
        .ok()?
        .serialize_to_string(&sheet)
        .ok()?;
    Some(Source {
        text,
        width,
        height,
    })
}

/// One property of an element's looks, as they are.
fn look(element: &Element, name: &str) -> Option<String> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    style.get_property_value(name).ok()
}

fn take_looks(from: &Element, to: &Element) -> Option<()> {
    let style = web_sys::window()?.get_computed_style(from).ok()??;
    for name in LOOKS {
        let value = style.get_property_value(name).ok()?;
        let _ = to.set_attribute(name, &value);
    }
    to.remove_attribute("class").ok()
}

/// The picture as PNG, at twice its size.
pub async fn png(source: &Source) -> Option<JsValue> {
    let image = HtmlImageElement::new().ok()?;
    let encoded = String::from(encode_uri_component(&source.text));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &encoded].concat());
    JsFuture::from(image.decode()).await.ok()?;
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.unchecked_into();
    let (width, height) = (source.width * 2, source.height * 2);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let (width, height) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let blob = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    JsFuture::from(blob).await.ok().filter(JsValue::is_object)
}
