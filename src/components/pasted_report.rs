//! Owns: saying, while ids are typed, what was understood of them. Refuses: judging; the domain did.

use super::button::said;
use super::tag::{Tag, tag};
use crate::domain::pasted::{Pasted, Rejected};
use crate::messages::Texts;
use crate::state::locale::texts;

/// More pieces than this are counted, not listed: a wrong paste can hold thousands.
const LISTED: usize = 50;

/// How many ids were understood, how many repeats dropped, how many pieces not understood.
pub fn counts(pasted: &Pasted) -> Vec<String> {
    let t = texts();
    [
        (pasted.ids.len(), t.ids_understood),
        (pasted.duplicates, t.duplicates_dropped),
        (pasted.rejected.len(), t.pieces_not_understood),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, text)| text(count))
    .collect()
}

/// The counts, and each piece that was not understood. Beyond `limit` ids a note warns.
pub fn pasted_report(pasted: &Pasted, limit: usize) -> Vec<Tag> {
    let t = texts();
    let counts = counts(pasted);
    let good = if pasted.ids.is_empty() {
        "report__summary"
    } else {
        "report__summary report__good"
    };
    let mut report = vec![
        tag("ul")
            .class(good)
            .with_all(counts.iter().map(|count| said("li", count))),
    ];
    if pasted.ids.len() > limit {
        report.push(said("p", &(t.many_ids)(limit)).class("report__note"));
    }
    if !pasted.rejected.is_empty() {
        report.push(rejected_pieces(&pasted.rejected, t));
    }
    report
}

fn rejected_pieces(rejected: &[Rejected], t: &'static Texts) -> Tag {
    let pieces = rejected.iter().take(LISTED).map(|rejected| {
        let piece = said("code", &rejected.piece);
        tag("li")
            .with(piece)
            .text(" ")
            .text((t.piece_problem)(rejected.reason))
    });
    let more = rejected.len().saturating_sub(LISTED);
    tag("ul")
        .class("report__rejected")
        .with_all(pieces)
        .with_all((more > 0).then(|| said("li", &(t.more_pieces)(more))))
}
