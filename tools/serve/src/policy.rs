//! The page's Content-Security-Policy. The source is the page's meta tag; the header repeats it and adds
//! `frame-ancestors`, which is ignored in a meta tag.

use crate::options::DEFAULT_API;
use std::ops::Range;

const MARK: &str = "http-equiv=\"content-security-policy\"";
const CONTENT: &str = "content=\"";

/// The position of the policy in the page, if it has one in a meta tag with double-quoted attributes.
fn place(page: &str) -> Option<Range<usize>> {
    let lower = page.to_ascii_lowercase();
    let mark = lower.find(MARK)?;
    let open = lower[..mark].rfind("<meta")?;
    let close = mark + lower[mark..].find('>')?;
    let start = open + lower[open..close].find(CONTENT)? + CONTENT.len();
    let end = start + lower[start..close].find('"')?;
    Some(start..end)
}

/// The header's policy for this page. A page without one gets the strictest.
pub(crate) fn header(page: &str) -> String {
    let policy = place(page).map_or("default-src 'none'", |place| {
        page[place].trim().trim_end_matches(';')
    });
    format!(
        "{}; frame-ancestors 'none'",
        policy.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

/// The page with another API origin in its policy, and no other change.
pub(crate) fn with_api_origin(page: String, origin: &str) -> String {
    let Some(place) = place(&page) else {
        return page;
    };
    let swapped = page[place.clone()].split(' ').map(|token| {
        let name = token.trim_end_matches(';');
        if name == DEFAULT_API {
            token.replacen(DEFAULT_API, origin, 1)
        } else {
            token.to_owned()
        }
    });
    let policy = swapped.collect::<Vec<_>>().join(" ");
    [&page[..place.start], &policy, &page[place.end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
        content=\"default-src 'none'; connect-src 'self' https://api.keyapi.ai; base-uri 'none'\"></head>\
        <a href=\"https://api.keyapi.ai\">API</a>";

    #[test]
    fn the_header_is_the_pages_policy_and_frame_ancestors() {
        let expected = "default-src 'none'; connect-src 'self' https://api.keyapi.ai; base-uri 'none'; frame-ancestors 'none'";
        assert_eq!(header(PAGE), expected);
        let turned =
            "<meta content=\"default-src 'self';\"\n http-equiv=\"content-security-policy\">";
        assert_eq!(header(turned), "default-src 'self'; frame-ancestors 'none'");
        assert_eq!(
            header("<p>no policy"),
            "default-src 'none'; frame-ancestors 'none'"
        );
    }

    #[test]
    fn another_origin_changes_that_token_only() {
        let page = with_api_origin(PAGE.to_owned(), "http://127.0.0.1:9");
        assert!(header(&page).contains("connect-src 'self' http://127.0.0.1:9; base-uri 'none'"));
        assert!(page.ends_with("<a href=\"https://api.keyapi.ai\">API</a>"));
        let longer = PAGE.replace("https://api.keyapi.ai;", "https://api.keyapi.ai.example;");
        assert_eq!(
            with_api_origin(longer.clone(), "http://127.0.0.1:9"),
            longer
        );
    }
}
