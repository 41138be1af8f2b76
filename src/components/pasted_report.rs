//! Owns: saying, while ids are typed, what was understood of them. Refuses: judging; the domain did.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, each, live};
use crate::domain::pasted::{Pasted, Rejected};
use crate::messages::Texts;
use crate::state::locale::texts;

/// More pieces than this are counted, not listed: a wrong paste can hold thousands.
const LISTED: usize = 50;

/// How many ids were understood, how many repeats dropped, and each piece that was not understood.
pub fn pasted_report(pasted: Memo<Pasted>, ids_per_request: Signal<usize>) -> Drawn {
    let t = texts();
    let report = live(move || {
        let limit = ids_per_request.get();
        pasted.with(|pasted| {
            let count = |number: usize, text: fn(usize) -> String| (number > 0).then(|| text(number));
            let summary = [
                count(pasted.ids.len(), t.ids_understood),
                count(pasted.duplicates, t.duplicates_dropped),
                count(pasted.rejected.len(), t.pieces_not_understood),
            ];
            let summary = each(summary.into_iter().flatten().map(|text| view! { <li>{text}</li> }));
            let many = (pasted.ids.len() > limit).then(|| (t.many_ids)(limit));
            draw(view! {
                <ul class="report__summary">{summary}</ul>
                <p class="report__note">{many}</p>
                {rejected_pieces(&pasted.rejected, t)}
            })
        })
    });
    draw(view! {
        <div class="report" id="ids-report" aria-live="polite">
            {report}
        </div>
    })
}

fn rejected_pieces(rejected: &[Rejected], t: &'static Texts) -> Drawn {
    if rejected.is_empty() {
        return draw(());
    }
    let pieces = each(rejected.iter().take(LISTED).map(|rejected| {
        view! {
            <li>
                <code>{rejected.piece.clone()}</code>
                " "
                {(t.piece_problem)(rejected.reason)}
            </li>
        }
    }));
    let more = rejected.len().saturating_sub(LISTED);
    let more = each((more > 0).then(|| view! { <li>{(t.more_pieces)(more)}</li> }));
    draw(view! { <ul class="report__rejected">{pieces} {more}</ul> })
}
