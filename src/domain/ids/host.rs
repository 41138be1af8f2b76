//! Finds a link's host as a browser does, and tells TikTok's hosts from look-alikes.

/// TikTok's hosts: pages, the links of its data export, and the clips of the API's responses. Their subdomains count.
const HOSTS: [&str; 5] = [
    "tiktok.com",
    "tiktokv.com",
    "tiktokcdn.com",
    "tiktokcdn-us.com",
    "tiktokcdn-eu.com",
];

/// Whether a host in lower case is TikTok's.
pub fn is_tiktok(host: &str) -> bool {
    let is_in = |domain: &&str| {
        let outer = host.strip_suffix(*domain);
        outer.is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    HOSTS.iter().any(is_in) && has_host_letters(host)
}

/// The host of `user:password@host.:port`.
pub fn host(authority: &str) -> &str {
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => host,
    };
    host.strip_suffix('.').unwrap_or(host)
}

/// Whether a text without a scheme looks like a host. `a` of `a/b` and `7.5` of `7.5/10` do not.
pub fn is_domain(host: &str) -> bool {
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.len() > 1 && ending.bytes().all(|b| b.is_ascii_alphabetic()) && has_host_letters(host)
}

fn has_host_letters(host: &str) -> bool {
    host.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
}

/// Whether a host without a path is meant as a TikTok link. An e-mail address is not.
pub fn names_tiktok(authority: &str) -> bool {
    authority.contains("tiktok") && !authority.contains('@')
}

/// Whether a text is a scheme with its colon.
pub fn is_scheme(text: &str) -> bool {
    text.strip_suffix(':').is_some_and(|name| {
        let is_scheme_byte = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
        !name.is_empty() && name.bytes().all(is_scheme_byte)
    })
}
