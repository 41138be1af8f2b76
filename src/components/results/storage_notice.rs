//! Says that results are not saved, and why.

use leptos::prelude::*;

use crate::state::locale::use_texts;
use crate::state::saved_data::SavedData;

#[component]
pub fn StorageNotice() -> impl IntoView {
    let t = use_texts();
    let saved = expect_context::<SavedData>();
    move || {
        let problem = (t.saved.problem)(saved.status.get())?;
        Some(view! { <p class="notice" role="status">{problem}</p> })
    }
}
