//! Owns: one number with its name, and on hover or focus the exact value or the formula.
//! Refuses: formatting and arithmetic.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

/// A name and a value in a `dl`; `tip` shows on hover and focus.
#[component]
pub fn Figure(
    name: &'static str,
    value: String,
    /// Says more: the exact value, the formula.
    tip: String,
    /// Beside the name, such as "est.".
    #[prop(optional)]
    mark: &'static str,
) -> impl IntoView {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = format!("tip-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let described_by = id.clone();
    view! {
        <div class="figure" tabindex="0" aria-describedby=described_by>
            <dt>{name} {(!mark.is_empty()).then(|| view! { " " <small>{mark}</small> })}</dt>
            <dd>
                {value} <span class="tip" role="tooltip" id=id>
                    {tip}
                </span>
            </dd>
        </div>
    }
}
