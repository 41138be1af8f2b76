//! A chart of the page as an image file. It looks as on the page and fetches nothing from elsewhere.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlImageElement,
    XmlSerializer,
};

use crate::domain::export::guard::without_controls;
use crate::platform::text_ruler::TextRuler;

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The properties of an element's style that its copy keeps.
const PROPERTIES: [&str; 11] = [
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

/// Around the chart, in pixels.
const PADDING: i32 = 16;

/// Room for the title above the chart, in pixels.
const TITLE_HEIGHT: i32 = 28;

/// How many of a PNG's pixels are one of the page's, for sharp screens and slides.
const PNG_SCALE: i32 = 2;

/// An SVG document and its size in pixels.
pub struct Svg {
    pub text: String,
    width: i32,
    height: i32,
}

/// The SVG element within `stage` as a document of its own, with a title and the background of `stage`.
pub fn source(stage: &Element, title: &str) -> Option<Svg> {
    let document = stage.owner_document()?;
    let chart = stage.query_selector("svg").ok()??;
    let size = |name: &str| chart.get_attribute(name)?.parse::<i32>().ok();
    let width = size("width")? + 2 * PADDING;
    let height = size("height")? + 2 * PADDING + TITLE_HEIGHT;

    let copy = styled_copy(&chart)?;
    set_attributes(
        &copy,
        &[
            ("x", &PADDING.to_string()),
            ("y", &(PADDING + TITLE_HEIGHT).to_string()),
        ],
    )?;
    let root = svg_element(
        &document,
        "svg",
        &[
            ("width", &width.to_string()),
            ("height", &height.to_string()),
            ("viewBox", &format!("0 0 {width} {height}")),
        ],
    )?;
    let name = svg_element(&document, "title", &[])?;
    name.set_text_content(Some(title));
    let background = svg_element(
        &document,
        "rect",
        &[
            ("width", "100%"),
            ("height", "100%"),
            ("fill", &style(stage, "background-color")?),
        ],
    )?;
    let heading = heading(&document, stage, title, width - 2 * PADDING)?;
    for part in [name, background, heading, copy] {
        root.append_child(&part).ok()?;
    }
    let text = XmlSerializer::new().ok()?.serialize_to_string(&root).ok()?;
    Some(Svg {
        // XML allows no other control characters, but the serializer writes them.
        text: without_controls(&text, &['\t', '\n', '\r']),
        width,
        height,
    })
}

/// The title above the chart, as much of it as there is room for.
fn heading(document: &Document, stage: &Element, title: &str, width: i32) -> Option<Element> {
    const SIZE: &str = "16px";
    const WEIGHT: &str = "600";
    let family = style(stage, "font-family")?;
    let heading = svg_element(
        document,
        "text",
        &[
            ("x", &PADDING.to_string()),
            ("y", "30"),
            ("fill", &style(stage, "color")?),
            ("font-family", &family),
            ("font-size", SIZE),
            ("font-weight", WEIGHT),
        ],
    )?;
    let ruler = TextRuler::new(&format!("{WEIGHT} {SIZE} {family}"));
    heading.set_text_content(Some(&ruler.fit(title, width)));
    Some(heading)
}

/// A copy whose elements have their styles as attributes, in place of classes.
fn styled_copy(chart: &Element) -> Option<Element> {
    let copy: Element = chart.clone_node_with_deep(true).ok()?.unchecked_into();
    let originals = chart.query_selector_all("*").ok()?;
    let copies = copy.query_selector_all("*").ok()?;
    for index in 0..originals.length() {
        let original: Element = originals.get(index)?.unchecked_into();
        let copy: Element = copies.get(index)?.unchecked_into();
        for property in PROPERTIES {
            let value = style(&original, property)?;
            copy.set_attribute(property, &value).ok()?;
        }
        copy.remove_attribute("class").ok()?;
    }
    for name in ["class", "role", "aria-label"] {
        copy.remove_attribute(name).ok()?;
    }
    Some(copy)
}

/// A property of an element's computed style.
fn style(element: &Element, property: &str) -> Option<String> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    style.get_property_value(property).ok()
}

fn svg_element(document: &Document, name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG_NAMESPACE), name).ok()?;
    set_attributes(&element, attributes)?;
    Some(element)
}

fn set_attributes(element: &Element, attributes: &[(&str, &str)]) -> Option<()> {
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(())
}

/// The document as a PNG.
pub async fn png(svg: &Svg) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    let encoded = String::from(encode_uri_component(&svg.text));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    JsFuture::from(image.decode()).await.ok()?;

    let (width, height) = (svg.width * PNG_SCALE, svg.height * PNG_SCALE);
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .ok()?;
    to_blob(&canvas).await
}

/// A canvas that is too large gives no blob.
async fn to_blob(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let blob = Promise::new(&mut |resolve, _| {
        let on_blob = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob(on_blob.unchecked_ref());
    });
    JsFuture::from(blob).await.ok()?.dyn_into().ok()
}
