//! A keyed list whose items are in order whatever changes at once.
//!
//! Leptos' `<For>` (tachys 0.2.19) puts items in a wrong place in some of the cases in which items come or go while
//! others change places. Here such a change is made in steps that `<For>` gets right: first items go, then the others
//! change places, then items come.

use std::collections::HashSet;
use std::hash::Hash;

use leptos::prelude::*;

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
    let in_order = common(target, shown, key);
    let have_same_order = stays.iter().map(key).eq(in_order.iter().map(key));
    match (stays.len() == shown.len(), have_same_order) {
        (true, true) if shown.len() == target.len() => None,
        (_, true) => Some(target.to_vec()),
        (false, false) => Some(stays),
        (true, false) => Some(in_order),
    }
}

/// The items of a list that are in another one too.
fn common<T: Clone, K: Eq + Hash>(list: &[T], other: &[T], key: fn(&T) -> K) -> Vec<T> {
    let keys: HashSet<K> = other.iter().map(key).collect();
    let common = list.iter().filter(|item| keys.contains(&key(item)));
    common.cloned().collect()
}
