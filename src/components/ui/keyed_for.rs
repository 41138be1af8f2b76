//! A keyed list whose items are in order whatever changes at once, and that moves no item which keeps its order: a moved
//! element loses its focus, and a clip in it starts again.
//!
//! Leptos' `<For>` (tachys 0.2.19) puts items in a wrong place in some of the cases in which items come or go while
//! others change places, and it moves those before which several come. Here such a change is made in steps that `<For>`
//! gets right: first items go, then the others change places, then items come.

use std::collections::HashSet;
use std::hash::Hash;

use leptos::prelude::*;

/// The most items that come one by one. With more, those behind them are moved: that takes less time.
const MAX_SINGLE_STEPS: usize = 40;

/// As Leptos' `<For>`. It is compiled once for each type of items, not for each use.
#[component]
pub fn KeyedFor<T, K>(
    #[prop(into)] each: Signal<Vec<T>>,
    key: fn(&T) -> K,
    /// Draws an item.
    item: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    K: Eq + Hash + 'static,
{
    let shown = RwSignal::new(each.get_untracked());
    // It runs again after each step, until the target is shown. `<For>` draws each step before the next is taken.
    Effect::new(move || {
        let next = each.with(|target| shown.with(|shown| next_step(shown, target, key)));
        if let Some(next) = next {
            queue_microtask(move || shown.set(next));
        }
    });
    view! { <For each=move || shown.get() key=key children=move |value| item.run(value) /> }
}

/// What to show next on the way to the target; `None` at the target.
fn next_step<T: Clone, K: Eq + Hash>(
    shown: &[T],
    target: &[T],
    key: fn(&T) -> K,
) -> Option<Vec<T>> {
    let stays = common(shown, target, key);
    if stays.len() < shown.len() {
        return Some(stays);
    }
    let in_order = common(target, shown, key);
    if !stays.iter().map(key).eq(in_order.iter().map(key)) {
        return Some(in_order);
    }
    let new = target.len() - shown.len();
    let unchanged = shown
        .iter()
        .zip(target)
        .take_while(|(shown, target)| key(shown) == key(target));
    let place = unchanged.count();
    match new {
        0 => None,
        // Before others they come one by one.
        1..=MAX_SINGLE_STEPS if place < shown.len() => {
            let mut next = shown.to_vec();
            next.insert(place, target[place].clone());
            Some(next)
        }
        _ => Some(target.to_vec()),
    }
}

/// The items of a list that are in another one too.
fn common<T: Clone, K: Eq + Hash>(list: &[T], other: &[T], key: fn(&T) -> K) -> Vec<T> {
    let keys: HashSet<K> = other.iter().map(key).collect();
    let common = list.iter().filter(|item| keys.contains(&key(item)));
    common.cloned().collect()
}
