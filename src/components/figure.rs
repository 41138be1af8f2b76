//! Owns: one number with its name, and on hover or focus the exact value or the formula.
//! Refuses: formatting and arithmetic.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use super::drawing::{Drawn, draw};

/// A name and a value in a `dl`; `tip` (the exact value, the formula) shows on hover and focus. `mark`
/// stands by the name, such as "est.".
pub fn figure(name: &'static str, mark: &'static str, value: String, tip: String) -> Drawn {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = ["tip-", &NEXT.fetch_add(1, Ordering::Relaxed).to_string()].concat();
    let described_by = id.clone();
    draw(view! {
        <div class="figure" tabindex="0" aria-describedby=described_by>
            <dt>{name} " " <small>{mark}</small></dt>
            <dd>
                {value} <span class="tip" role="tooltip" id=id>
                    {tip}
                </span>
            </dd>
        </div>
    })
}
