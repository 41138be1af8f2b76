//! The paths below `<prefix>api`: which calls there are, and who responds to them. KeyAPI's need a key. Short links do not,
//! so that they are resolved in direct mode as well.

use crate::links::Links;
use crate::options::Options;
use crate::proxy::Upstream;
use crate::reply;
use crate::rules::{self, Call};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Response, StatusCode, header};
use std::io;

pub(crate) struct Api {
    upstream: Option<Upstream>,
    links: Option<Links>,
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
    pub(crate) async fn answer(&self, method: &Method, path: &str, query: &str) -> Response<Body> {
        let parsed = rules::parse_request(method, path, query, |call| self.is_on(call));
        match (parsed, &self.upstream, &self.links) {
            (Ok((Call::Links, query)), _, Some(links)) => links.resolve(&query).await,
            (Ok((call, query)), Some(upstream), _) => upstream.pass_on(call, &query).await,
            (Ok(_), ..) => {
                reply::refusal(StatusCode::NOT_FOUND, "this endpoint is switched off here")
            }
            (Err((status, message)), ..) => {
                let mut refusal = reply::refusal(status, &message);
                if status == StatusCode::METHOD_NOT_ALLOWED {
                    let allowed = HeaderValue::from_static("GET");
                    refusal.headers_mut().insert(header::ALLOW, allowed);
                }
                refusal
            }
        }
    }
}
