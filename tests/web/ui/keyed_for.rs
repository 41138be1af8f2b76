//! Keyed lists: the right order after any change, and the same elements for the same keys.

use clipcart::components::ui::keyed_for::KeyedFor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::mounted::Mounted;
use crate::{document, until};

/// Pseudo-random numbers, the same in each run.
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }

    /// Some of the numbers below twelve, in any order.
    fn list(&mut self) -> Vec<u32> {
        let mut all: Vec<u32> = (0..12).collect();
        let count = self.below(13);
        (0..count)
            .map(|_| {
                let index = self.below(all.len() as u32);
                all.swap_remove(index as usize)
            })
            .collect()
    }
}

fn texts(items: &[Element]) -> Vec<String> {
    items
        .iter()
        .filter_map(|item| item.text_content())
        .collect()
}

#[wasm_bindgen_test]
async fn items_are_in_order_after_any_change_and_stay_the_same_elements() {
    // Leptos' own list puts these in a wrong order.
    let list = RwSignal::new(vec![7, 1, 3, 8, 4]);
    let page = Mounted::new(move || {
        view! {
            <KeyedFor each=list key=|number: &u32| *number item=Callback::new(|number| view! { <i tabindex="-1">{number}</i> }.into_any()) />
        }
    });
    let items = || page.select("i");
    let mut numbers = Numbers(1);
    let changes = std::iter::once(vec![4, 8, 3]).chain((0..300).map(|_| numbers.list()));
    for numbers in changes {
        let before = items();
        list.set(numbers.clone());
        let expected: Vec<String> = numbers.iter().map(u32::to_string).collect();
        until("the order", || texts(&items()) == expected).await;
        for item in items() {
            let same_number = |other: &&Element| other.text_content() == item.text_content();
            if let Some(earlier) = before.iter().find(same_number) {
                assert_eq!(*earlier, item, "drawn anew");
            }
        }
    }
}

/// A moved element would lose it.
#[wasm_bindgen_test]
async fn items_that_keep_their_order_keep_the_focus() {
    let list = RwSignal::new(vec![10, 20, 30]);
    let page = Mounted::new(move || {
        view! {
            <KeyedFor each=list key=|number: &u32| *number item=Callback::new(|number| view! { <i tabindex="-1">{number}</i> }.into_any()) />
        }
    });
    let items = || page.select("i");
    let focused: HtmlElement = items().remove(1).unchecked_into();
    focused.focus().unwrap();
    for numbers in [
        vec![1, 2, 3, 10, 20, 30],
        vec![20, 30],
        vec![4, 5, 20, 6, 7, 30, 8],
        vec![9, 11, 12, 20, 13],
        vec![30, 20],
        vec![14, 15, 16, 17, 20],
    ] {
        list.set(numbers.clone());
        let expected: Vec<String> = numbers.iter().map(u32::to_string).collect();
        until("the order", || texts(&items()) == expected).await;
        let active = document().active_element();
        assert_eq!(active.as_ref(), Some(focused.as_ref()), "{numbers:?}");
    }
}
