//! The one request to the API: a GET of the endpoint with its three parameters and the key.
//!
//! Nothing else from the client is sent: no header, no cookie, no other parameter. Redirects are not followed, since they
//! could carry the key to another server. Neither the query nor the key is logged or put into a message.

use crate::options::{self, Proxy};
use crate::reply;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};
use reqwest::{Client, Url, redirect};
use std::io;
use std::time::Duration;

/// The endpoint's path below the API's base.
const PATH: &str = "/v1/tiktok/video/products/analytics";
const PARAMETERS: [&str; 3] = ["video_ids", "page_num", "page_size"];
/// The upstream's headers that are passed to the page.
const PASSED_BACK: [HeaderName; 2] = [header::CONTENT_TYPE, header::RETRY_AFTER];
/// For the whole response, body included. Below the page's own 30 s, so that this server's message arrives.
const TIMEOUT: Duration = Duration::from_secs(25);

pub(crate) struct Upstream {
    client: Client,
    endpoint: Url,
    authorization: HeaderValue,
}

impl Upstream {
    pub(crate) fn new(proxy: &Proxy) -> io::Result<Self> {
        let endpoint = proxy.endpoint(PATH)?;
        // Fails only if a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(TIMEOUT);
        let builder = builder.user_agent(concat!("clipcart-serve/", env!("CARGO_PKG_VERSION")));
        // A proxy of the system is not for this machine.
        let builder = if options::is_loopback(&endpoint) {
            builder.no_proxy()
        } else {
            builder
        };
        let client = builder.build().map_err(io::Error::other)?;
        Ok(Self {
            client,
            endpoint,
            authorization: proxy.key.authorization(),
        })
    }

    /// Responds for a path below `<prefix>api`, with its leading slash.
    pub(crate) async fn answer(&self, method: &Method, path: &str, query: &str) -> Response<Body> {
        if path != PATH {
            return reply::envelope(
                StatusCode::NOT_FOUND,
                "the proxy passes on one endpoint only",
            );
        }
        if method != Method::GET {
            let mut refusal = reply::envelope(
                StatusCode::METHOD_NOT_ALLOWED,
                "the proxy passes on GET only",
            );
            refusal
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("GET"));
            return refusal;
        }
        let mut url = self.endpoint.clone();
        url.set_query(Some(&kept(query)));
        let request = self
            .client
            .get(url)
            .header(header::AUTHORIZATION, self.authorization.clone());
        match request
            .header(header::ACCEPT, "application/json")
            .send()
            .await
        {
            Ok(answer) if answer.status().is_redirection() => reply::envelope(
                StatusCode::BAD_GATEWAY,
                "the API answered with a redirect, which the proxy does not follow",
            ),
            Ok(answer) => passed_back(answer),
            Err(problem) => reply::envelope(StatusCode::BAD_GATEWAY, said(&problem)),
        }
    }
}

/// The endpoint's parameters, each once, encoded again.
fn kept(query: &str) -> String {
    let mut kept = form_urlencoded::Serializer::new(String::new());
    for name in PARAMETERS {
        if let Some((_, value)) =
            form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name)
        {
            kept.append_pair(name, &value);
        }
    }
    kept.finish()
}

fn passed_back(answer: reqwest::Response) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = answer.status();
    for name in PASSED_BACK {
        if let Some(value) = answer.headers().get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.map(|_| Body::from_stream(answer.bytes_stream()))
}

/// A message for a failure. The library's message would contain the URL, and so the query.
fn said(problem: &reqwest::Error) -> &'static str {
    if problem.is_timeout() {
        "the API did not answer within 30 seconds"
    } else if problem.is_connect() {
        "the API could not be reached from this machine"
    } else {
        "the API's answer could not be read"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_three_parameters_go_out() {
        for (query, expected) in [
            (
                "video_ids=1%2C2&page_num=1&page_size=10",
                "video_ids=1%2C2&page_num=1&page_size=10",
            ),
            (
                "page_size=10&video_ids=1,2&key=x&debug=1",
                "video_ids=1%2C2&page_size=10",
            ),
            ("video_ids=1&video_ids=2", "video_ids=1"),
            ("video_ids=1%26key%3Dx", "video_ids=1%26key%3Dx"),
            ("Video_Ids=1", ""),
            ("", ""),
        ] {
            assert_eq!(kept(query), expected, "{query}");
        }
    }
}
