//! Owns: saying, while ids are typed, what was understood of them. Refuses: judging; the domain did.

use leptos::prelude::*;

use crate::domain::pasted::Pasted;
use crate::state::locale::texts;

/// More pieces than this are counted, not listed: a wrong paste can hold thousands.
const LISTED: usize = 50;

/// How many ids were understood, how many repeats dropped, and each piece that was not understood.
#[component]
pub fn PastedReport(pasted: Memo<Pasted>, ids_per_request: usize) -> impl IntoView {
    let t = texts();
    let summary = move || {
        pasted.with(|pasted| {
            let count = |number: usize, text: fn(usize) -> String| (number > 0).then(|| text(number));
            [
                count(pasted.ids.len(), t.ids_understood),
                count(pasted.duplicates, t.duplicates_dropped),
                count(pasted.rejected.len(), t.pieces_not_understood),
            ]
            .into_iter()
            .flatten()
            .map(|text| view! { <li>{text}</li> })
            .collect_view()
        })
    };
    let many = move || {
        pasted.with(|pasted| pasted.ids.len() > ids_per_request)
            .then(|| view! { <p class="report__note">{(t.many_ids)(ids_per_request)}</p> })
    };
    let rejected = move || {
        pasted.with(|pasted| {
            let more = pasted.rejected.len().saturating_sub(LISTED);
            (!pasted.rejected.is_empty()).then(|| {
                let pieces = pasted.rejected.iter().take(LISTED).map(|rejected| {
                    view! {
                        <li>
                            <code>{rejected.piece.clone()}</code>
                            " "
                            {(t.piece_problem)(rejected.reason)}
                        </li>
                    }
                });
                view! {
                    <ul class="report__rejected">
                        {pieces.collect_view()}
                        {(more > 0).then(|| view! { <li>{(t.more_pieces)(more)}</li> })}
                    </ul>
                }
            })
        })
    };
    view! {
        <div class="report" id="ids-report" aria-live="polite">
            <ul class="report__summary">{summary}</ul>
            {many}
            {rejected}
        </div>
    }
}
