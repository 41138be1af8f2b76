//! Protects the proxy: only pages of this server, opened on this machine, may use it.
//!
//! Any web page that the user has open could attack a local proxy that adds a key. There are two ways: a cross-site request
//! (the page cannot read the response, but the credit is spent), which browsers mark in `Sec-Fetch-Site` and `Origin`; and
//! DNS rebinding (a foreign name that resolves to 127.0.0.1), which shows in `Host`.

use axum::http::{HeaderMap, Uri, header, uri::Authority};
use std::net::{IpAddr, SocketAddr};

/// Why a request is refused, or `None` if it is allowed.
pub(crate) fn refusal(headers: &HeaderMap, uri: &Uri, address: SocketAddr) -> Option<&'static str> {
    let Some(host) = host(headers, uri) else {
        return Some("the request names no host");
    };
    if !is_ours(host.host(), address.ip()) {
        return Some("this proxy answers only under the address it printed");
    }
    // "none" is a typed URL or a bookmark. Without the header it is no browser.
    let site = headers.get("sec-fetch-site").map(|value| value.as_bytes());
    if !matches!(site, None | Some(b"same-origin" | b"none")) {
        return Some("pages of other sites may not use this proxy");
    }
    let foreign = headers
        .get(header::ORIGIN)
        .is_some_and(|origin| origin.as_bytes() != format!("http://{host}").as_bytes());
    foreign.then_some("pages of other sites may not use this proxy")
}

fn host(headers: &HeaderMap, uri: &Uri) -> Option<Authority> {
    match uri.authority() {
        Some(authority) => Some(authority.clone()),
        None => headers.get(header::HOST)?.to_str().ok()?.parse().ok(),
    }
}

fn is_ours(host: &str, ip: IpAddr) -> bool {
    is_loopback_name(host) || (!ip.is_unspecified() && bare(host).parse() == Ok(ip))
}

/// `localhost`, a name under it, or a loopback IP address. Browsers resolve the names themselves, to loopback only.
pub(crate) fn is_loopback_name(host: &str) -> bool {
    let host = bare(host).to_ascii_lowercase();
    host == "localhost"
        || host.ends_with(".localhost")
        || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn bare(host: &str) -> &str {
    host.strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_pass() {
        let address = SocketAddr::from(([127, 0, 0, 1], 8080));
        for (passes, lines) in [
            (true, &[("host", "127.0.0.1:8080")][..]),
            (true, &[("host", "localhost:8080")]),
            (true, &[("host", "LOCALHOST")]),
            (true, &[("host", "clipcart.localhost:8080")]),
            (true, &[("host", "[::1]:8080")]),
            (
                true,
                &[
                    ("host", "127.0.0.1:8080"),
                    ("sec-fetch-site", "same-origin"),
                ],
            ),
            (
                true,
                &[("host", "127.0.0.1:8080"), ("sec-fetch-site", "none")],
            ),
            (
                true,
                &[
                    ("host", "127.0.0.1:8080"),
                    ("origin", "http://127.0.0.1:8080"),
                ],
            ),
            (false, &[]),
            (false, &[("host", "rebound.example:8080")]),
            (false, &[("host", "localhost.evil.example:8080")]),
            (false, &[("host", "notlocalhost")]),
            (false, &[("host", "192.168.1.7:8080")]),
            (
                false,
                &[("host", "127.0.0.1:8080"), ("sec-fetch-site", "cross-site")],
            ),
            // Another port of this machine is "same-site", but another program.
            (
                false,
                &[("host", "127.0.0.1:8080"), ("sec-fetch-site", "same-site")],
            ),
            (
                false,
                &[
                    ("host", "127.0.0.1:8080"),
                    ("origin", "https://evil.example"),
                ],
            ),
            (
                false,
                &[
                    ("host", "127.0.0.1:8080"),
                    ("origin", "http://127.0.0.1:3000"),
                ],
            ),
            (false, &[("host", "127.0.0.1:8080"), ("origin", "null")]),
        ] {
            let headers = lines
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
                .collect();
            assert_eq!(
                refusal(&headers, &Uri::from_static("/api/"), address).is_none(),
                passes,
                "{lines:?}"
            );
        }
    }
}
