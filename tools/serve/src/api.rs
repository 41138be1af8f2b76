//! The paths below `<prefix>api`: which calls there are, and who responds to them. KeyAPI's need a key. Short links do not,
//! so that they are resolved in direct mode as well.

use crate::answer::Answer;
use crate::cache::AnswerCache;
use crate::limiter::Limiter;
use crate::links::Links;
use crate::options::Options;
use crate::proxy::Upstream;
use crate::rules::{self, Call};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Response, StatusCode, header};
use std::io;
use std::sync::Arc;

pub(crate) struct Api {
    upstream: Option<Upstream>,
    links: Option<Links>,
    cache: AnswerCache,
    limiter: Limiter,
}

impl Api {
    pub(crate) fn new(options: &Options) -> io::Result<Self> {
        let upstream = options.proxy.as_ref();
        let links = options
            .resolve
            .then(|| Links::new(options.links_base.as_deref()));
        Ok(Self {
            upstream: upstream
                .map(|proxy| Upstream::new(proxy, options))
                .transpose()?,
            links: links.transpose()?,
            cache: AnswerCache::new(options.cache_times, options.clock.clone()),
            limiter: Limiter::new(options.limits, options.clock.clone()),
        })
    }

    /// Whether a path is the API's. Without a key only that of links is: the others are missing files.
    pub(crate) fn has(&self, path: &str) -> bool {
        let is_below = path.is_empty() || path.starts_with('/');
        let is_link = path == Call::Links.path() && self.links.is_some();
        (self.upstream.is_some() && is_below) || is_link
    }

    fn is_on(&self, call: Call) -> bool {
        match call {
            Call::Links => self.links.is_some(),
            _ => self
                .upstream
                .as_ref()
                .is_some_and(|upstream| upstream.has(call)),
        }
    }

    /// Responds for a path below `<prefix>api`, as it was sent.
    pub(crate) async fn respond(
        self: &Arc<Self>,
        method: &Method,
        path: &str,
        query: &str,
    ) -> Response<Body> {
        let (call, query) = match rules::parse_request(method, path, query, |call| self.is_on(call))
        {
            Ok(parsed) => parsed,
            Err((status, message)) => {
                let mut refusal = Answer::refusal(status, &message).to_response();
                if status == StatusCode::METHOD_NOT_ALLOWED {
                    let allowed = HeaderValue::from_static("GET");
                    refusal.headers_mut().insert(header::ALLOW, allowed);
                }
                return refusal;
            }
        };
        // In a task of its own: a client that disconnects must not end a request that others wait for, or that is paid.
        let api = Arc::clone(self);
        let task = tokio::spawn(async move {
            let fetch = api.fetch(call, &query);
            api.cache.respond(call, &query, fetch).await
        });
        task.await.unwrap_or_else(|_| {
            let message = "this proxy had an internal error";
            Answer::failure(StatusCode::INTERNAL_SERVER_ERROR, message).to_response()
        })
    }

    /// Sends the one request of a query, if the limits allow it.
    async fn fetch(&self, call: Call, query: &str) -> Answer {
        if let Err(refusal) = self.limiter.take(call) {
            return refusal;
        }
        match (call, &self.upstream, &self.links) {
            (Call::Links, _, Some(links)) => links.resolve(query).await,
            (Call::Analytics | Call::Covers | Call::Products, Some(upstream), _) => {
                upstream.pass_on(call, query).await
            }
            _ => Answer::refusal(StatusCode::NOT_FOUND, "this endpoint is switched off here"),
        }
    }
}
