//! The error panel.

use crate::domain::search::error::{Cost, ErrorSource, SearchError};
use crate::i18n::texts::errors::{ErrorTexts, FailureText};

pub const ERRORS: ErrorTexts = ErrorTexts {
    failure,
    cost: |cost| match cost {
        Cost::None => "No credit was used.",
        Cost::Possible => {
            "A credit may have been used: whether failed requests are charged is not documented."
        }
    },
    earlier_results: "Earlier results of this search are still below.",
    available_again: |time| format!("New searches will work again from {time}."),
    message: "Message",
    code: "Code",
    add_key: "Add API key",
    open_settings: "Open Settings",
    open_dashboard: "Open the KeyAPI dashboard",
    sign_in: "Sign in again",
    reload: "Reload the page",
};

fn failure(error: &SearchError, proxy: bool) -> FailureText {
    let (title, advice) = match error {
        SearchError::KeyNeeded => (
            "A KeyAPI key is needed",
            "Add your key in Settings, or look around with sample data.",
        ),
        SearchError::InvalidRequest(_) => (
            "The search was refused",
            "Check the IDs, the page and the page size; the message says what is wrong.",
        ),
        SearchError::SignInNeeded(_) => (
            "Sign in to your team's proxy",
            "You are not signed in, or your sign-in has expired. Signing in reloads the page; your search stays in the address.",
        ),
        SearchError::ProxyRefused(_) => (
            "Your team's proxy doesn't allow this",
            "The message says why. Ask the site's administrator.",
        ),
        SearchError::KeyRefused(note) if proxy && note.source == ErrorSource::Intermediary => (
            "You may have to sign in again",
            "Neither the proxy nor KeyAPI refused this: your sign-in may have expired. Reload the page; \
             if that doesn't help, ask the site's administrator.",
        ),
        SearchError::KeyRefused(_) if proxy => (
            "KeyAPI refused your team's key",
            "It may have expired, or may not be allowed to use this endpoint. Tell the site's administrator.",
        ),
        SearchError::KeyRefused(_) => (
            "The API key is missing or was refused",
            "Check the key in Settings: it may be mistyped, expired, or not allowed to use this endpoint.",
        ),
        SearchError::QuotaUsedUp(_) if proxy => (
            "Your team's KeyAPI account has no credits left",
            "Ask the site's administrator to top it up.",
        ),
        SearchError::DailyLimit { .. } => (
            "Your team's credits for today are used up",
            "Earlier searches may still come from the cache. For more credits, ask the site's administrator.",
        ),
        SearchError::QuotaUsedUp(_) => (
            "The account's credits are used up",
            "Top up in the KeyAPI dashboard, or use another key, then try again.",
        ),
        SearchError::TooFast { .. } => (
            "Too many requests in a short time",
            "Wait a moment, then try again.",
        ),
        SearchError::Server(note) if proxy && note.source != ErrorSource::Api => (
            "The proxy got no valid response from KeyAPI",
            "Try again later. If the problem continues, tell the site's administrator.",
        ),
        SearchError::Server(_) => (
            "The API had an internal error",
            "Try again later. If the problem continues, send KeyAPI the request ID.",
        ),
        SearchError::Refused(note) if proxy && note.source == ErrorSource::Intermediary => (
            "A server refused the request",
            "It seems to be neither KeyAPI nor the proxy, but a firewall, a network provider, or a wrong address. \
             What it said is below, if it said anything.",
        ),
        SearchError::Refused(note) if note.source == ErrorSource::Intermediary => (
            "A server refused the request",
            "It seems not to be KeyAPI, but a firewall, a network provider, or a wrong address. What it said is \
             below, if it said anything.",
        ),
        SearchError::Refused(_) => (
            "The API returned an undocumented error code",
            "Its message is all that is known. Ask KeyAPI, with the request ID.",
        ),
        SearchError::NotJson(_) => (
            "The response isn't JSON",
            "It may come from a sign-in page, or from a wrong proxy address.",
        ),
        SearchError::Truncated(_) => (
            "The response was cut off",
            "The connection may have dropped.",
        ),
        SearchError::UnexpectedShape(..) => (
            "The response isn't in the documented format",
            "The API may have changed. If the problem continues, report it with the request ID.",
        ),
        SearchError::NoData(_) => (
            "The API returned no data",
            "It may not know these videos yet. Check the IDs, or try again tomorrow.",
        ),
        SearchError::Timeout(_) => (
            "No response within 30 seconds",
            "The API or the network is slow. Fewer IDs or a smaller page may help.",
        ),
        SearchError::Cancelled => (
            "The search was cancelled",
            "A response that still arrives is ignored.",
        ),
        SearchError::Offline { .. } => {
            ("You are offline", "Connect to the network, then try again.")
        }
        SearchError::Blocked if proxy => (
            "The proxy could not be reached",
            "If your sign-in has expired, reload the page to sign in again. Otherwise the proxy at the address in \
             Settings may be down; or it is on another site, and this page's security policy doesn't allow it.",
        ),
        SearchError::Blocked => (
            "The browser blocked the request, or the network failed",
            "If the network is fine, the API may not accept requests from web pages (CORS), or an extension blocks \
             them. In proxy mode a proxy of this site sends the request and keeps the key out of the browser: \
             see docs/hosting.md.",
        ),
        SearchError::SampleUnavailable => (
            "The sample data could not be loaded",
            "Its file is missing from this site, or the network failed.",
        ),
    };
    FailureText { title, advice }
}
