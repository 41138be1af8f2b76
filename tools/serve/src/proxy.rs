//! The one request to the API: a GET of the endpoint with its three parameters and the key.
//!
//! Nothing else from the client is sent: no header, no cookie, no other parameter. Redirects are not followed, since they
//! could carry the key to another server. Neither the query nor the key is logged or put into a message.

use crate::key::Key;
use crate::options::{self, Proxy};
use crate::reply;
use crate::rules::{self, Classified, MAX_RESPONSE_LENGTH, PATH};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Response, StatusCode, header};
use reqwest::{Client, Url, redirect};
use std::io;
use std::time::Duration;

/// For the whole response, body included. Below the page's own 30 s, so that this server's message arrives.
const TIMEOUT: Duration = Duration::from_secs(25);

pub(crate) struct Upstream {
    client: Client,
    endpoint: Url,
    key: Key,
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
            key: proxy.key.clone(),
        })
    }

    /// Responds for a path below `<prefix>api`, as it was sent.
    pub(crate) async fn answer(&self, method: &Method, path: &str, query: &str) -> Response<Body> {
        match rules::parse_request(method, path, query) {
            Ok(query) => self.pass_on(&query).await,
            Err((status, message)) => {
                let mut refusal = reply::refusal(status, &message);
                if status == StatusCode::METHOD_NOT_ALLOWED {
                    let allowed = HeaderValue::from_static("GET");
                    refusal.headers_mut().insert(header::ALLOW, allowed);
                }
                refusal
            }
        }
    }

    async fn pass_on(&self, query: &str) -> Response<Body> {
        let mut url = self.endpoint.clone();
        url.set_query(Some(query));
        let request = self
            .client
            .get(url)
            .header(header::AUTHORIZATION, self.key.authorization())
            .header(header::ACCEPT, "application/json");
        let failed = |message: &str| reply::envelope(StatusCode::BAD_GATEWAY, message);
        let received = match request.send().await {
            Ok(answer) => Received::read(answer).await,
            Err(problem) => Err(problem),
        };
        match received {
            Ok(Some(received)) if self.key.is_in(&received.text) => {
                failed("KeyAPI's response contains the key and is not passed on")
            }
            Ok(Some(received)) => received.into_response(),
            Ok(None) => failed("KeyAPI's response is too large"),
            Err(problem) if problem.is_timeout() => {
                reply::envelope(StatusCode::GATEWAY_TIMEOUT, &timeout_message())
            }
            Err(problem) if problem.is_decode() => failed("KeyAPI's response cannot be unpacked"),
            // The library's message would contain the URL, and so the query.
            Err(_) => failed("KeyAPI could not be reached, or the connection broke"),
        }
    }
}

/// What the API sent.
struct Received {
    status: StatusCode,
    retry_after: Option<HeaderValue>,
    text: String,
}

impl Received {
    /// Reads a response, unpacked. `None` if it is too large.
    async fn read(mut answer: reqwest::Response) -> reqwest::Result<Option<Self>> {
        let status = answer.status();
        let retry_after = answer.headers().get(header::RETRY_AFTER).cloned();
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > MAX_RESPONSE_LENGTH {
                return Ok(None);
            }
        }
        Ok(Some(Self {
            status,
            retry_after,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }))
    }

    fn into_response(self) -> Response<Body> {
        let mut response = match rules::classify_response(self.status, self.text) {
            Classified::Body(status, body) => reply::json(status, body),
            Classified::Failure(status, message) => reply::envelope(status, &message),
        };
        let is_valid = |value: &HeaderValue| value.to_str().is_ok_and(rules::is_retry_after);
        if let Some(value) = self.retry_after.filter(is_valid) {
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response
    }
}

fn timeout_message() -> String {
    format!(
        "KeyAPI did not respond within {} seconds",
        TIMEOUT.as_secs()
    )
}
