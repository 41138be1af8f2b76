//! Requests of the calls beside the endpoint: covers, products, short links.

use reqwest::Method;

use super::proxy_env::{Answer, KEY, ProxyEnv};
use crate::support::fake_api::companion::Call;
use crate::support::hosts::Host;
use crate::support::recorded::RecordedRequest;

pub const CALLS: [Call; 3] = [Call::Covers, Call::Products, Call::Links];

/// The path below the proxy's base, whatever it is at KeyAPI.
pub fn path(call: Call) -> &'static str {
    match call {
        Call::Covers => "/v1/tiktok/covers/batch/download",
        Call::Products => "/v1/tiktok/product/detail/analytics",
        Call::Links => "/resolve",
    }
}

/// The address of a cover, and as it is in a query.
pub fn cover(n: u32) -> (String, String) {
    let host = "echosell-images.tos-ap-southeast-1.volces.com";
    let address = format!("https://{host}/video-cover/1/{n}.jpeg");
    let encoded = address.replace(':', "%3A").replace('/', "%2F");
    (address, encoded)
}

/// A good query, another one for each `n`. TikTok has to know the link: [`super::companion_rules`] sets that.
pub fn query(call: Call, n: u32) -> String {
    match call {
        Call::Covers => format!("cover_urls={}", cover(n).1),
        Call::Products => format!("product_ids={n}"),
        Call::Links => format!("link=https%3A%2F%2Fvm.tiktok.com%2FZM{n}"),
    }
}

/// The path at the fake for that query.
pub fn upstream_path(call: Call, n: u32) -> String {
    match call {
        Call::Links => format!("/vm.tiktok.com/ZM{n}"),
        _ => path(call).to_owned(),
    }
}

impl ProxyEnv {
    /// The URL of a call with this query string.
    pub fn companion_url(&self, call: Call, query: &str) -> String {
        format!("{}{}?{query}", self.url("api"), path(call))
    }

    /// Requests a call as the first user.
    pub async fn companion(&self, call: Call, query: &str) -> Answer {
        Answer::of(self.request(Method::GET, &self.companion_url(call, query))).await
    }

    /// The requests of a call that KeyAPI or TikTok has received. Panics if one has another header than allowed.
    #[track_caller]
    pub fn received(&self, call: Call) -> Vec<RecordedRequest> {
        let requests = self.api.companion().requests(call);
        for request in &requests {
            assert_eq!(request.method, "GET", "{request:?}");
            for (name, value) in &request.headers {
                let expected = match (name.as_str(), call) {
                    ("user-agent", Call::Links) => value.starts_with("Mozilla/5.0 ("),
                    ("accept", Call::Links) => value == "text/html",
                    ("authorization", Call::Covers | Call::Products) => {
                        value == &format!("Bearer {KEY}")
                    }
                    ("accept", _) => value == "application/json",
                    ("user-agent", _) => value == "clipcart-proxy",
                    ("host", _) => self.settings.upstream.ends_with(value) || is_tiktok(value),
                    ("connection", _) => true,
                    ("accept-encoding", Call::Covers | Call::Products) => {
                        matches!(self.host, Host::Workerd(_)) && value == "gzip"
                    }
                    // workerd always sends it.
                    ("accept-encoding", Call::Links) => matches!(self.host, Host::Workerd(_)),
                    _ => false,
                };
                assert!(expected, "{call:?} was sent {name}: {value}");
            }
        }
        requests
    }

    /// Panics unless nothing was sent to anyone.
    #[track_caller]
    pub fn assert_nothing_was_sent(&self) {
        assert!(self.upstream().is_empty());
        for call in CALLS {
            assert!(self.received(call).is_empty(), "{call:?}");
        }
    }
}

fn is_tiktok(host: &str) -> bool {
    ["vm.tiktok.com", "vt.tiktok.com", "www.tiktok.com"].contains(&host)
}

impl Answer {
    /// Panics unless it is a good response of a call with this X-Cache.
    #[track_caller]
    pub fn assert_companion(&self, cache: &str) {
        assert_eq!(self.status, 200, "{self:?}");
        assert_eq!(self.json()["code"], 0, "{self:?}");
        assert_eq!(self.header("x-cache"), Some(cache), "{self:?}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self:?}");
        assert_eq!(self.header("set-cookie"), None, "{self:?}");
        assert_eq!(self.header("age").is_some(), cache != "MISS", "{self:?}");
    }
}
