//! Owns: saying, while ids are typed, what was understood of them. Refuses: judging; the domain did.

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::ids::parsed_ids::{ParsedIds, InvalidToken};
use crate::i18n::Texts;
use crate::state::locale::texts;

/// More tokens than this are counted, not listed: a wrong paste can hold thousands.
const LISTED: usize = 50;

/// How many ids were understood, how many repeats dropped, how many tokens not understood.
pub fn counts(parsed_ids: &ParsedIds) -> Vec<String> {
    let t = texts();
    [
        (parsed_ids.ids.len(), t.ids_understood),
        (parsed_ids.duplicates, t.duplicates_dropped),
        (parsed_ids.invalid.len(), t.pieces_not_understood),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, text)| text(count))
    .collect()
}

/// The counts, and each token that was not understood. Beyond `limit` ids a note warns.
pub fn pasted_report(parsed_ids: &ParsedIds, limit: usize) -> Vec<Tag> {
    let t = texts();
    let counts = counts(parsed_ids);
    let good = if parsed_ids.ids.is_empty() {
        "report__summary"
    } else {
        "report__summary report__good"
    };
    let mut report = vec![
        tag("ul")
            .class(good)
            .with_all(counts.iter().map(|count| said("li", count))),
    ];
    if parsed_ids.ids.len() > limit {
        report.push(said("p", &(t.many_ids)(limit)).class("report__note"));
    }
    if !parsed_ids.invalid.is_empty() {
        report.push(rejected_pieces(&parsed_ids.invalid, t));
    }
    report
}

fn rejected_pieces(invalid: &[InvalidToken], t: &'static Texts) -> Tag {
    let tokens = invalid.iter().take(LISTED).map(|invalid| {
        let token = said("code", &invalid.token);
        tag("li")
            .with(token)
            .text(" ")
            .text((t.token_problem)(invalid.reason))
    });
    let more = invalid.len().saturating_sub(LISTED);
    tag("ul")
        .class("report__rejected")
        .with_all(tokens)
        .with_all((more > 0).then(|| said("li", &(t.more_pieces)(more))))
}
