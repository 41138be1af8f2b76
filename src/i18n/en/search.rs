//! The search form.

use super::plural::plural;
use crate::domain::ids::short_link::LinkFailure;
use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::query::Query;
use crate::domain::query::paging::PagingProblem;
use crate::i18n::boot;
use crate::i18n::texts::search::SearchTexts;

pub const SEARCH: SearchTexts = SearchTexts {
    ids_label: boot::EN.page.ids_label,
    ids_hint: boot::EN.page.ids_hint,
    ids_placeholder: boot::EN.page.ids_placeholder,
    excerpt: "Only the beginning of the text is shown.",
    edit_text: "Edit all",
    clear_text: "Clear",
    advanced: boot::EN.page.advanced,
    advanced_hint: boot::EN.page.advanced_hint,
    page_label: boot::EN.page.page_label,
    size_label: boot::EN.page.size_label,
    search: boot::EN.page.search,
    search_shortcut: boot::EN.page.search_shortcut,

    one_credit: boot::EN.page.one_credit,
    up_to_one_credit: "up to 1 credit",
    up_to_credits: |count| format!("up to {}", plural(count as usize, "credit", "credits")),
    free: "free",

    ids_recognized: |count| plural(count, "ID recognized", "IDs recognized"),
    duplicates_removed: |count| plural(count, "duplicate removed", "duplicates removed"),
    items_not_recognized: |count| plural(count, "item not recognized", "items not recognized"),
    more_items: |count| format!("and {count} more"),
    many_ids: |limit| {
        format!(
            "A single page takes all IDs in one request. The API is known to accept {limit}; it may refuse more and still charge you. Leave page and page size empty to search in several requests."
        )
    },
    token_problem: |problem| {
        let text = match problem {
            TokenProblem::ShortLink => {
                "Short link: it has no ID, and a web page can't resolve it. A proxy can (Settings → Data source), and so can ClipCart on your own machine (make run). Or open it and paste the full link."
            }
            TokenProblem::LookAlikeHost => "Looks like TikTok, but the site is not TikTok's.",
            TokenProblem::OtherSite => "Not a TikTok link.",
            TokenProblem::LinkWithoutId => "A TikTok link, but not to a video: it has no video ID.",
            TokenProblem::TooShort => "Too short for a video ID (19 digits).",
            TokenProblem::TooLong => "Too long, or too large, for a video ID (19 digits).",
            TokenProblem::ExponentForm => {
                "A spreadsheet has shortened this ID, and its last digits are lost. Format the column as text before you paste or open the IDs."
            }
            TokenProblem::LooksRounded => {
                "Looks rounded by a spreadsheet or program: real IDs rarely end in 000 or are multiples of 1,024."
            }
            TokenProblem::ImpossibleDate { year } => {
                return format!(
                    "Not a video ID: the date inside would be in {year}, and TikTok's videos are of 2016 or later, not of the future."
                );
            }
            TokenProblem::OtherThing => {
                "Named as the ID of something else, such as a product or a user."
            }
            TokenProblem::NotANumber => "Not a video ID, and not a link.",
        };
        text.to_owned()
    },
    from_link: |link| format!("from {link}"),
    resolving_links: |done, all| format!("Resolving short links: {done} of {all}"),
    search_waits: "The search starts when the short links are resolved.",
    links_wait: |seconds| format!("(the server asks to wait {seconds} s)"),
    resolve_links: "Resolve short links",
    link_unresolved: "Short link: not resolved yet.",
    link_failure: |failure| match failure {
        LinkFailure::NoVideo => {
            "Short link: TikTok doesn't know it, or it doesn't lead to a video."
        }
        LinkFailure::NotReached => {
            "Short link: there was no usable response. Try again, or open it and paste the full link."
        }
        LinkFailure::TooMany => "Short link: too many at once. Try again later.",
        LinkFailure::Refused => {
            "Short link: the proxy doesn't resolve it, or not for you. Open it and paste the full link."
        }
        LinkFailure::NotOffered => {
            "Short link: this proxy doesn't resolve links. Open it and paste the full link."
        }
    },
    use_rounded: "Use IDs that look rounded",
    rounded_cause: "Spreadsheets and some programs keep only 15 to 17 digits of a number. A rounded ID is another video's or none, and costs a credit all the same.",
    ids_problem: |problem| match problem {
        IdsProblem::Empty => "Paste at least one video ID or link.".to_owned(),
        IdsProblem::NoneRecognized => {
            "None of this is a video ID or link; the reasons are below.".to_owned()
        }
        IdsProblem::TooMany {
            count,
            max: Query::MAX_IDS,
        } => {
            format!(
                "{count} IDs are too many for one request. Leave page and page size empty to search for all of them."
            )
        }
        IdsProblem::TooMany { count, max } => {
            format!("{count} IDs are too many for one search. It can have {max} at most.")
        }
    },
    page_problem: |problem| match problem {
        PagingProblem::Missing => "Enter a page number.",
        PagingProblem::NotANumber => "The page must be a whole number.",
        PagingProblem::OutOfRange => "The page must be from 1 to 100000.",
    },
    size_problem: |problem| match problem {
        PagingProblem::Missing => "Enter a page size.",
        PagingProblem::NotANumber => "The page size must be a whole number.",
        PagingProblem::OutOfRange => "The page size must be from 1 to 10.",
    },
    link_problem: "Part of this link could not be read. The rest is in the form.",
    repeated_parameter: "Given more than once; the first one is used.",
    unknown_list: "The IDs of this link are saved in the browser that made it, and not in this one.",
    misspelled_parameter: |name| format!("Not known here. Is it meant to be “{name}”?"),

    folded_ids: |count| plural(count, "ID", "IDs"),
    folded_page: |page| format!("page {page}"),
    edit: "Edit",
    edit_search: "Edit search",
};
