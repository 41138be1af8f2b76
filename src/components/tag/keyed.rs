//! Owns: children that stay while their key does, so that a list that changes keeps what is in it: an open
//! player, a focus, a folded caption. Refuses: moving a child that is in its place already.

use leptos::prelude::{Owner, untrack};
use leptos::reactive::effect::RenderEffect;
use web_sys::Element;

use super::{Tag, focus};

/// What a keyed list shows at a moment. What has another `look` is drawn anew.
pub struct Keys {
    pub look: u32,
    pub keys: Vec<u32>,
}

struct Child {
    key: u32,
    tag: Tag,
    /// What the child's own signals live in; it ends with the child, and not with the next change.
    _owner: Owner,
}

#[derive(Default)]
struct Shown {
    look: u32,
    children: Vec<Child>,
}

impl Tag {
    /// Children by their keys, which follow signals.
    pub fn keyed(
        self,
        keys: impl FnMut() -> Keys + 'static,
        child: impl FnMut(u32) -> Tag + 'static,
    ) -> Self {
        self.keyed_by(Box::new(keys), Box::new(child))
    }

    fn keyed_by(
        mut self,
        mut keys: Box<dyn FnMut() -> Keys>,
        mut child: Box<dyn FnMut(u32) -> Tag>,
    ) -> Self {
        let element = self.element.clone();
        let around = Owner::current().unwrap_or_default();
        self.held
            .push(Box::new(RenderEffect::new(move |shown: Option<Shown>| {
                let Keys { look, keys } = keys();
                let shown = shown.unwrap_or_default();
                let had_focus = focus::is_within(&element);
                let mut kept: Vec<Option<Child>> = match shown.look == look {
                    true => shown.children.into_iter().map(Some).collect(),
                    false => remove_all(shown.children),
                };
                let mut made = |key| {
                    let owner = around.child();
                    let tag = owner.with(|| untrack(|| child(key)));
                    Child {
                        key,
                        tag,
                        _owner: owner,
                    }
                };
                let mut next = 0;
                let children: Vec<Child> = keys
                    .into_iter()
                    .map(|key| match taken(&mut kept, &mut next, key) {
                        Some(child) => child,
                        None => made(key),
                    })
                    .collect();
                for gone in kept.into_iter().flatten() {
                    gone.tag.element.remove();
                }
                place(&element, &children);
                if had_focus && !focus::is_within(&element) {
                    focus::move_around(&element);
                }
                Shown { look, children }
            })));
        self
    }
}

fn remove_all(children: Vec<Child>) -> Vec<Option<Child>> {
    for child in children {
        child.tag.element.remove();
    }
    Vec::new()
}

/// The kept child of this key. Mostly it is the next one, so that a long list is gone through once.
fn taken(kept: &mut [Option<Child>], next: &mut usize, key: u32) -> Option<Child> {
    let is_it = |child: &Option<Child>| child.as_ref().is_some_and(|child| child.key == key);
    let place = match kept.get(*next) {
        Some(child) if is_it(child) => *next,
        _ => kept.iter().position(is_it)?,
    };
    *next = place + 1;
    kept[place].take()
}

/// Puts the children in their order; those in their place already are not touched.
fn place(element: &Element, children: &[Child]) {
    let mut there = element.first_element_child();
    for child in children {
        let child = &child.tag.element;
        match &there {
            Some(current) if current == child => there = current.next_element_sibling(),
            _ => {
                let before = there.as_ref().map(AsRef::as_ref);
                let _ = element.insert_before(child, before);
            }
        }
    }
}
