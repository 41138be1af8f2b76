//! Owns: effects on the outside world that keep nothing between runs. Refuses: values; one that has any
//! is written out where it is.

use leptos::prelude::Effect;

/// Runs now and whenever a signal that it reads changes. Boxed, since each type of closure would cost
/// the wasm another copy of what drives an effect.
pub fn effect(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn Fn()>) {
    Effect::new(move |_: Option<()>| run());
}
