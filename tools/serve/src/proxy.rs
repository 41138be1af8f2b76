//! The one request to the API: a GET of a call's path with its canonical query and the key.
//!
//! Nothing else from the client is sent: no header, no cookie, no other parameter. Redirects are not followed, since they
//! could carry the key to another server. Neither the query nor the key is logged or put into a message.

use crate::answer::Answer;
use crate::classify::{self, MAX_RESPONSE_LENGTH};
use crate::key::Key;
use crate::options::{self, Options, Proxy};
use crate::rules::Call;
use axum::http::{HeaderValue, StatusCode, header};
use reqwest::{Client, Url, redirect};
use std::io;
use std::time::Duration;

/// For the whole response, body included. Below the page's own 30 s, so that this server's message arrives.
const TIMEOUT: Duration = Duration::from_secs(25);

pub(crate) struct Upstream {
    client: Client,
    analytics: Url,
    /// None if the call is off.
    covers: Option<Url>,
    products: Option<Url>,
    key: Key,
}

impl Upstream {
    pub(crate) fn new(proxy: &Proxy, options: &Options) -> io::Result<Self> {
        let analytics = proxy.endpoint(Call::Analytics.path())?;
        let at = |path: &Option<String>| {
            let path = path.as_deref();
            path.map(|path| proxy.endpoint(path)).transpose()
        };
        // Fails only if a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(TIMEOUT);
        let builder = builder.user_agent(concat!("clipcart-serve/", env!("CARGO_PKG_VERSION")));
        // A proxy of the system is not for this machine.
        let builder = if options::is_loopback(&analytics) {
            builder.no_proxy()
        } else {
            builder
        };
        let client = builder.build().map_err(io::Error::other)?;
        Ok(Self {
            client,
            analytics,
            covers: at(&options.covers_path)?,
            products: at(&options.products_path)?,
            key: proxy.key.clone(),
        })
    }

    /// Whether the API is asked for this.
    pub(crate) fn has(&self, call: Call) -> bool {
        self.url(call).is_some()
    }

    fn url(&self, call: Call) -> Option<&Url> {
        match call {
            Call::Analytics => Some(&self.analytics),
            Call::Covers => self.covers.as_ref(),
            Call::Products => self.products.as_ref(),
            Call::Links => None,
        }
    }

    /// Responds to a query in its canonical form.
    pub(crate) async fn pass_on(&self, call: Call, query: &str) -> Answer {
        let mut url = self.url(call).unwrap_or(&self.analytics).clone();
        url.set_query(Some(query));
        let request = self
            .client
            .get(url)
            .header(header::AUTHORIZATION, self.key.authorization())
            .header(header::ACCEPT, "application/json");
        let failed = |message: &str| Answer::failure(StatusCode::BAD_GATEWAY, message);
        let received = match request.send().await {
            Ok(answer) => Received::read(answer).await,
            Err(problem) => Err(problem),
        };
        match received {
            Ok(Some(received)) if self.key.is_in(received.text.as_deref().unwrap_or_default()) => {
                failed("KeyAPI's response contains the key and is not passed on")
            }
            Ok(Some(received)) => received.into_answer(call),
            Ok(None) => failed("KeyAPI's response is too large"),
            Err(problem) if problem.is_timeout() => {
                Answer::failure(StatusCode::GATEWAY_TIMEOUT, &timeout_message())
            }
            Err(problem) if problem.is_decode() => {
                failed("KeyAPI's response cannot be decompressed")
            }
            // The library's message would contain the URL, and so the query.
            Err(_) => failed("KeyAPI could not be reached, or the connection broke"),
        }
    }
}

/// What the API sent.
struct Received {
    status: StatusCode,
    retry_after: Option<HeaderValue>,
    /// None if it is compressed in another way than gzip.
    text: Option<String>,
}

impl Received {
    /// Reads a response, decompressed. `None` if it is too large.
    async fn read(mut answer: reqwest::Response) -> reqwest::Result<Option<Self>> {
        let status = answer.status();
        let retry_after = answer.headers().get(header::RETRY_AFTER).cloned();
        let has_text = classify::is_decoded(answer.headers().get(header::CONTENT_ENCODING));
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
            text: has_text.then(|| String::from_utf8_lossy(&bytes).into_owned()),
        }))
    }

    fn into_answer(self, call: Call) -> Answer {
        classify::classify_response(call, self.status, self.text)
            .with_retry_after(self.retry_after.as_ref())
    }
}

fn timeout_message() -> String {
    format!(
        "KeyAPI did not respond within {} seconds",
        TIMEOUT.as_secs()
    )
}
