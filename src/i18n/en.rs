//! English. Owns: its wording and its one plural rule. Refuses: what `messages` refuses.

use super::{FailureText, Texts, metrics};
use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::query::paging::PagingProblem;
use crate::domain::search::error::{Cost, ErrorSource, SearchError};
use crate::domain::videos::answer::CacheStatus;

pub static EN: Texts = Texts {
    page_title: "ClipCart: what TikTok videos sell",
    title_with_results: |videos| [videos, " · ClipCart"].concat(),
    skip_to_results: "Skip to results",
    tagline: "See what TikTok videos sell",
    settings: "Settings",
    help: "Help",
    for_developers: "For developers",
    single_keys: "Single-key shortcuts",
    single_keys_note: "Help lists them. Switch them off if speech input or another tool sets them off.",
    footer: "Sales metrics are KeyAPI's estimates in US dollars, about a day old. Not affiliated with TikTok.",

    ids_label: "Video IDs or links",
    ids_hint: "Paste IDs, video links or a spreadsheet column. Any separator will do.",
    ids_placeholder: "7521783049722285367\nhttps://www.tiktok.com/@user/video/7521783049722285367",
    page_label: "Page",
    size_label: "Page size",
    search: "Search",
    search_shortcut: "Ctrl/⌘ + Enter",
    one_credit: "1 credit",
    up_to_one_credit: "up to 1 credit",
    free: "free",
    ids_understood: |count| plural(count, "ID understood", "IDs understood"),
    duplicates_dropped: |count| plural(count, "duplicate dropped", "duplicates dropped"),
    pieces_not_understood: |count| plural(count, "token not understood", "tokens not understood"),
    more_pieces: |count| format!("and {count} more"),
    many_ids: |limit| {
        format!(
            "All IDs go in one request. The API is known to take {limit}; it may refuse more, and still charge."
        )
    },
    token_problem: |problem| match problem {
        TokenProblem::ShortLink => {
            "Short link: a web page can't resolve it. Open it and paste the full link."
        }
        TokenProblem::LookAlikeHost => "Looks like TikTok, but isn't: the site is not tiktok.com.",
        TokenProblem::OtherSite => "Not a TikTok link.",
        TokenProblem::LinkWithoutId => "A TikTok link, but not to a video: no video ID in it.",
        TokenProblem::TooShort => "Too short for a video ID (15–20 digits).",
        TokenProblem::TooLong => "Too long, or too large, for a video ID (15–20 digits).",
        TokenProblem::NotANumber => "Not a video ID, and not a link.",
    },
    ids_problem: |problem| match problem {
        IdsProblem::Empty => "Paste at least one video ID or link.".to_owned(),
        IdsProblem::NoneUnderstood => {
            "None of this is a video ID or link; the reasons are below.".to_owned()
        }
        IdsProblem::TooMany { count } => {
            format!("{count} IDs are too many for one request: 200 at most. Split them up.")
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
    repeated_parameter: "Given more than once; the first one counts.",

    intro_title: "Paste videos, see what they sell",
    intro_steps: [
        "Paste TikTok video IDs or links: one, or up to 200 at once.",
        "See each clip with its products, estimated units and GMV, and reach.",
        "Watch, and send a colleague the link: the address holds the query.",
    ],
    try_sample: "Try sample data",
    sample_free: "No key, no credits.",
    sample_badge: "Sample data",
    sample_note: "These videos, products and metrics are invented.",
    leave_sample: "Leave sample data",
    proxy_note: "Connected through your team's proxy",

    results: "Results",
    loading: "Asking KeyAPI…",
    cancel: "Cancel",
    videos_found: |count| plural(count, "video", "videos"),
    products_found: |count| plural(count, "product line", "product lines"),
    page_position: |page| format!("Page {page}"),
    last_page: "last page",
    origin: |origin, time| match origin {
        CacheStatus::Api => format!("Answered {time}"),
        CacheStatus::Tab => format!("Kept in this tab, answered {time}: shown for free"),
        CacheStatus::Cache => format!("From your team's cache, answered {time}: no credit spent"),
        CacheStatus::Stale => {
            format!(
                "No newer answer for now (asking may have cost a credit); your team's cache has this one of {time}"
            )
        }
    },
    refresh: "Refresh",
    copy_link: "Copy link",
    link_copied: "Link copied.",
    copy_by_hand: "The browser didn't allow copying. Copy it from here:",
    previous: "Previous",
    next: "Next",
    pages: "Pages",
    empty_title: "No rows for these videos",
    empty_advice: "The API knows no products for them. New videos take about a day to appear.",
    empty_later_page: "The results ended before this page.",
    empty_sample: "They are not in the sample. Leave sample data to search for real ones.",
    without_rows: |count| {
        plural(
            count,
            "ID without a row in the answer",
            "IDs without a row in the answer",
        )
    },
    unreadable_rows: |count| plural(count, "row could not be read", "rows could not be read"),
    unreadable_row: |row| format!("Row {row}"),
    row_without_id: "no usable video_id",
    row_not_an_object: "not a set of fields",
    row_not_a_number: |field| format!("{field} is not a number"),
    held_title: "No answer to this query is kept in this tab",
    held_advice: "Run it to ask for one.",
    run_query: "Run this query",
    add_key: "Add API key",

    failure,
    cost: |cost| match cost {
        Cost::None => "No credit was spent.",
        Cost::Possible => {
            "A credit may have been spent: whether failures are charged is not documented."
        }
    },
    kept_from_before: "What this query brought earlier is still below.",
    opens_again: |time| format!("New queries work again from {time}."),
    message: "Message",
    api_code: "Code",
    request_id: "Request ID",
    copy_request_id: "Copy request ID",
    copied: "Copied.",
    try_again: "Try again",
    try_again_in: |seconds| match seconds / 60 {
        0 => format!("Try again in {seconds} s"),
        minutes => format!("Try again in {minutes} min {} s", seconds % 60),
    },
    open_settings: "Open Settings",
    edit_query: "Correct the query",
    open_dashboard: "Open the KeyAPI dashboard",
    sign_in: "Sign in again",
    reload: "Reload the page",

    view: "View",
    cards: "Cards",
    table: "Table",
    charts: "Charts",
    compare: "Compare",
    sort_and_filter: "Sort and filter",
    export: "Export",
    desk_loading: "Loading the analysis…",
    desk_failed: "The rest of the program could not be loaded: the connection failed, or a file is not as it was published.",
    more_cards: |count| format!("Show more ({count} left)"),

    video_by: |id| format!("Video {id}"),
    no_caption: "No caption",
    show_more: "Show more",
    show_less: "Show less",
    cover_missing: "No cover",
    play: "Play video",
    close_player: "Close player",
    clip: "Clip",
    clip_expired: |ago| format!("This clip's address expired {ago}."),
    clip_missing: "No clip address came with this video.",
    clip_unusable: "This clip's address isn't a secure https address.",
    clip_broken: "This clip couldn't be played from its address.",
    tiktok_player: "Use TikTok player",
    tiktok_player_note: "It loads from tiktok.com.",
    open_on_tiktok: "Open on TikTok",
    creator: "Creator",
    product: |id| format!("Product {id}"),
    product_unknown: "Product not named",
    several_products: |count| plural(count, "product", "products"),
    not_added_up: "Not added up: each line may repeat the video's total.",
    estimated: "est.",
    estimated_dollars: "est., US$",
    published: "Published",
    hashtags: "Hashtags",
    unknown: "unknown",
    more_metrics: "More metrics",
    exactly: |value| format!("Exactly {value}"),
    metric: metrics::en,

    data_source: "Where data comes from",
    fixed_by_deployment: "Set by this site; it can't be changed here.",
    source_direct: "KeyAPI, directly",
    source_direct_note: "Your browser asks KeyAPI with your own key.",
    source_proxy: "A proxy",
    source_proxy_note: "A proxy holds the key; none is asked for or sent.",
    proxy_address: "Proxy address",
    proxy_address_bad: "Enter a path of this site such as /api, or an https address that this site allows.",
    api_key: "API key",
    api_key_note: "Gone when this page is closed or reloaded, unless you keep it. Sent to KeyAPI only.",
    api_key_bad: "Enter a key, without blanks or odd characters.",
    show_key: "Show key",
    hide_key: "Hide key",
    keep_for_tab: "Keep for this tab, also after a reload",
    forget_key: "Forget key",
    key_set: "A key is set.",
    key_forgotten: "The key is forgotten.",
    language: "Language",
    theme: "Theme",
    theme_system: "System",
    theme_light: "Light",
    theme_dark: "Dark",
    save: "Save",
    close: "Close",

    bad_config_title: "ClipCart can't start: its config.json can't be read",
    bad_config_advice: "It stands beside index.html; whoever runs this site can mend it. The reader says:",
};

fn plural(count: usize, one: &str, other: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { other })
}

fn failure(error: &SearchError, proxy: bool) -> FailureText {
    let (title, advice) = match error {
        SearchError::KeyNeeded => (
            "A KeyAPI key is needed",
            "Add your key in Settings, or look around with sample data.",
        ),
        SearchError::InvalidRequest(_) => (
            "The query was refused",
            "Correct the IDs or the paging; the message says what is wrong with them.",
        ),
        SearchError::SignInNeeded(_) => (
            "Sign in to your team's proxy",
            "You are not signed in, or no longer. Signing in loads the page again; its address keeps the query.",
        ),
        SearchError::ProxyRefused(_) => (
            "Your team's proxy doesn't allow this",
            "Its message says why. Ask whoever runs this site.",
        ),
        SearchError::KeyRefused(note) if proxy && note.speaker == ErrorSource::Intermediary => (
            "You may have to sign in again",
            "Neither the proxy nor KeyAPI refused this: your sign-in may have expired. Reload the page; \
             if that doesn't help, ask whoever runs this site.",
        ),
        SearchError::KeyRefused(_) if proxy => (
            "KeyAPI refused your team's key",
            "It may have expired, or may not be allowed to use this endpoint. Tell whoever runs this site.",
        ),
        SearchError::KeyRefused(_) => (
            "The API key is missing or was refused",
            "Check the key in Settings: it may be mistyped, expired, or not allowed to use this endpoint.",
        ),
        SearchError::QuotaUsedUp(_) if proxy => (
            "Your team's KeyAPI account has no credits left",
            "Tell whoever runs this site: it has to be topped up.",
        ),
        SearchError::DailyLimit { .. } => (
            "Your team's credits for today are used up",
            "What was asked before may still come from the cache. For more, ask whoever runs this site.",
        ),
        SearchError::QuotaUsedUp(_) => (
            "The account's credits are used up",
            "Top up in the KeyAPI dashboard, or use another key, then try again.",
        ),
        SearchError::TooFast { .. } => (
            "Too many requests in a short time",
            "Wait a moment, then try again.",
        ),
        SearchError::Server(_) if proxy => (
            "KeyAPI gave the proxy no good answer",
            "Try again later; if it stays, tell whoever runs this site.",
        ),
        SearchError::Server(_) => (
            "The API had an internal error",
            "Try again later; if it stays, send KeyAPI the request ID.",
        ),
        SearchError::Refused(_) => (
            "The API refused with an undocumented code",
            "Its message is all that is known. Ask KeyAPI with the request ID.",
        ),
        SearchError::NotJson(_) => (
            "The answer isn't JSON",
            "Something else answered, such as a sign-in page or a wrong proxy address.",
        ),
        SearchError::Truncated(_) => (
            "The answer broke off before its end",
            "The connection may have dropped.",
        ),
        SearchError::UnexpectedShape(..) => (
            "The answer isn't in the documented shape",
            "The API may have changed. If it stays, report it with the request ID.",
        ),
        SearchError::NoData(_) => (
            "The API answered without data",
            "It may not know these videos yet. Check the IDs, or try again tomorrow.",
        ),
        SearchError::Timeout(_) => (
            "No answer within 30 seconds",
            "The API or the network is slow. Fewer IDs or a smaller page may help.",
        ),
        SearchError::Cancelled => (
            "The search was cancelled",
            "Its answer, if one comes, is not waited for.",
        ),
        SearchError::Offline { .. } => {
            ("You are offline", "Connect to the network, then try again.")
        }
        SearchError::Blocked if proxy => (
            "The proxy could not be reached",
            "If your sign-in has expired, reload the page to sign in again. Or the proxy at the address in Settings \
             doesn't run, or, on another site, isn't allowed by this page's policy.",
        ),
        SearchError::Blocked => (
            "The browser blocked the request, or the network failed",
            "If the network is fine, the API doesn't answer web pages directly (CORS), or an extension blocks it. \
             In proxy mode a proxy of this site asks instead, and keeps the key out of the browser: \
             see docs/hosting.md.",
        ),
        SearchError::SampleUnavailable => (
            "The sample data could not be loaded",
            "Its file is missing beside this page, or the network failed.",
        ),
    };
    FailureText { title, advice }
}
