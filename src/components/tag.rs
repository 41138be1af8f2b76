//! Owns: elements as values of one type, which is all that most views here are made of.
//! Refuses: rendering to HTML on a server, which this page never does.
//!
//! Leptos gives each view a type of its own, and each type its own code to build, rebuild and mount.
//! That code made the wasm twice as large as its budget allows; a `Tag` costs a call. It is a Leptos
//! view like any other and lives by Leptos' signals and effects. `docs/architecture.md` has the figures.

mod focus;
mod keyed;
mod listener;
mod view;

use std::any::Any;

use leptos::prelude::document;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

pub use keyed::Keys;
use listener::Listener;

/// An element and what it holds on to: listeners, effects and children that have some.
pub struct Tag {
    element: Element,
    held: Vec<Box<dyn Any>>,
}

/// A new element.
pub fn tag(name: &str) -> Tag {
    of_element(document().create_element(name))
}

/// A new element of a picture.
pub fn svg(name: &str) -> Tag {
    of_element(document().create_element_ns(Some("http://www.w3.org/2000/svg"), name))
}

fn of_element(element: Result<Element, JsValue>) -> Tag {
    // Names come from this crate's own code, and are all valid.
    Tag {
        element: element.unwrap_or_else(|error| error.unchecked_into()),
        held: Vec::new(),
    }
}

impl Tag {
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.element.set_attribute(name, value);
        self
    }

    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Adds text.
    pub fn text(self, text: &str) -> Self {
        let _ = self.element.append_with_str_1(text);
        self
    }

    /// Adds a child.
    pub fn with(mut self, child: Tag) -> Self {
        let _ = self.element.append_with_node_1(&child.element);
        self.hold(child.held);
        self
    }

    /// Adds children, if any.
    pub fn with_all(self, children: impl IntoIterator<Item = Tag>) -> Self {
        children.into_iter().fold(self, Tag::with)
    }

    /// Listens to an event, for as long as the element stands.
    pub fn on(self, event: &str, heard: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(heard))
    }

    /// Listens to clicks.
    pub fn press(self, mut pressed: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| pressed())
    }

    /// A text that follows signals, in place of all children.
    pub fn live_text(self, mut text: impl FnMut() -> String + 'static) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || {
            // The same text written again would be announced again.
            let text = Some(text());
            if element.text_content() != text {
                element.set_text_content(text.as_deref());
            }
        }))
    }

    /// An attribute that follows signals; without a value it is removed.
    pub fn live_attr(
        self,
        name: &'static str,
        mut value: impl FnMut() -> Option<&'static str> + 'static,
    ) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || {
            let _ = match value() {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }))
    }

    /// A property that follows signals. One that has the value already isn't written, which would move
    /// the cursor of a field.
    pub fn live_prop(
        self,
        name: &'static str,
        mut value: impl FnMut() -> JsValue + 'static,
    ) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || {
            let (name, value) = (JsValue::from_str(name), value());
            if js_sys::Reflect::get(&element, &name).as_ref() != Ok(&value) {
                let _ = js_sys::Reflect::set(&element, &name, &value);
            }
        }))
    }

    /// An attribute whose text follows signals.
    pub fn live_attr_text(
        self,
        name: &'static str,
        mut value: impl FnMut() -> String + 'static,
    ) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || {
            let _ = element.set_attribute(name, &value());
        }))
    }

    /// Sets a property of the style, such as `--share`. An attribute for it the policy would refuse.
    pub fn style(self, name: &str, value: &str) -> Self {
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
        self
    }

    /// Something else that follows signals, for as long as the element stands.
    pub fn following(self, run: impl FnMut() + 'static) -> Self {
        self.follow(Box::new(run))
    }

    /// A property of the style, such as `--share`, that follows signals.
    pub fn live_style(
        self,
        name: &'static str,
        mut value: impl FnMut() -> String + 'static,
    ) -> Self {
        let Some(element) = self.element.dyn_ref::<HtmlElement>().cloned() else {
            return self;
        };
        self.follow(Box::new(move || {
            let _ = element.style().set_property(name, &value());
        }))
    }

    /// Children that are drawn anew whenever a signal that they read changes. If one of them has the
    /// focus, the nearest box around with `tabindex="-1"` takes it.
    pub fn live(self, children: impl FnMut() -> Vec<Tag> + 'static) -> Self {
        self.redraw(Box::new(children))
    }

    /// The element itself, for what only it can do.
    pub fn element(&self) -> &Element {
        &self.element
    }

    fn listen(mut self, event: &str, heard: Box<dyn FnMut(Event)>) -> Self {
        self.held
            .push(Box::new(Listener::new(&self.element, event, heard)));
        self
    }

    fn follow(mut self, mut run: Box<dyn FnMut()>) -> Self {
        self.held.push(Box::new(RenderEffect::new(move |_| run())));
        self
    }

    fn redraw(mut self, mut children: Box<dyn FnMut() -> Vec<Tag>>) -> Self {
        let element = self.element.clone();
        self.held
            .push(Box::new(RenderEffect::new(move |old: Option<Vec<Tag>>| {
                // The old ones end first: their effects, and the listeners that would hear of it.
                let had_focus = old.is_some_and(|_| focus::is_within(&element));
                let children = children();
                element.replace_children_with_node_0();
                for child in &children {
                    let _ = element.append_with_node_1(&child.element);
                }
                // The focus never falls out of the page: the nearest box around takes it.
                if had_focus {
                    focus::move_around(&element);
                }
                children
            })));
        self
    }

    fn hold(&mut self, more: Vec<Box<dyn Any>>) {
        self.held.extend(more);
    }
}
