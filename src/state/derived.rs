//! Owns: values worked out of signals, kept until one of those changes, and heard of only where they
//! differ from before. Refuses: a graph of its own: Leptos' memo of a number drives each.
//!
//! Leptos' memo of any other type would bring code of its own for each; `docs/architecture.md` has figures.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// A value that follows signals.
pub struct Derived<T: 'static> {
    /// Changes with the value.
    version: Memo<u32>,
    value: StoredValue<Rc<RefCell<T>>, LocalStorage>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

/// Works a value out, now or when it is first wanted, and again after a signal in it has changed.
pub fn derived<T: Default + PartialEq>(work: impl Fn() -> T + 'static) -> Derived<T> {
    let value = Rc::new(RefCell::new(T::default()));
    let kept = value.clone();
    let renew = move || {
        let new = work();
        let differs = *kept.borrow() != new;
        if differs {
            kept.replace(new);
        }
        differs
    };
    Derived {
        version: version(Box::new(renew)),
        value: StoredValue::new_local(value),
    }
}

/// Counts how often `renew` has changed something.
fn version(renew: Box<dyn Fn() -> bool>) -> Memo<u32> {
    // A page has one thread.
    let renew = SendWrapper::new(renew);
    Memo::new(move |before: Option<&u32>| {
        let before = before.copied().unwrap_or(0);
        before.wrapping_add(renew().into())
    })
}

impl<T: Default> Derived<T> {
    /// Looks at the value, and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.track();
        let value = self.value.try_get_value().unwrap_or_default();
        let value = value.borrow();
        look(&value)
    }

    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        untrack(|| self.with(look))
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        untrack(|| self.get())
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        self.version.get();
    }
}
