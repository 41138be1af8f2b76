//! Owns: views without their types, so that the wasm holds the code to build each view once and nothing
//! to rebuild it in place. Refuses: rendering to HTML on a server, which this page never does.
//!
//! Leptos gives each view a type of its own, and each type its own code to build, rebuild and mount.
//! Here a view that changes is built anew in the old one's place, which is all that this page needs.
//! `docs/architecture.md` has the measurement.

use leptos::attr::Attribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};

/// A view of whatever type, to be built once.
pub struct Drawn(Box<dyn FnOnce() -> Standing + Send>);

/// A text that follows signals.
pub type Words = Box<dyn FnMut() -> String + Send>;

/// An attribute that follows signals, and is there or not.
pub type Flag = Box<dyn FnMut() -> Option<&'static str> + Send>;

/// A view that stands in the page.
pub struct Standing(Box<dyn Mountable>);

/// Forgets a view's type.
pub fn draw<V>(view: V) -> Drawn
where
    V: Render + Send + 'static,
    V::State: 'static,
{
    Drawn(Box::new(move || Standing(Box::new(view.build()))))
}

/// A view that is drawn anew whenever a signal that it reads changes.
pub fn live(view: impl FnMut() -> Drawn + Send + 'static) -> Drawn {
    let view: Box<dyn FnMut() -> Drawn + Send> = Box::new(view);
    draw(view)
}

/// A view that is there or not, or several.
pub fn each<V>(views: impl IntoIterator<Item = V>) -> Vec<Drawn>
where
    V: Render + Send + 'static,
    V::State: 'static,
{
    views.into_iter().map(draw).collect()
}

/// A text that follows signals.
pub fn words(text: impl FnMut() -> String + Send + 'static) -> Words {
    Box::new(text)
}

/// `"true"` while it holds, and else no attribute at all.
pub fn flag(mut holds: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(move || holds().then_some("true"))
}

impl Render for Drawn {
    type State = Standing;

    fn build(self) -> Standing {
        (self.0)()
    }

    fn rebuild(self, state: &mut Standing) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

/// Attributes are given to elements here, never to whole views.
impl AddAnyAttr for Drawn {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// What a child of an element must be. Only `build` is ever called in a browser.
impl RenderHtml for Drawn {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<leptos::attr::any_attribute::AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
