//! Records the requests to the fakes, so that tests can assert what was sent, and what was not.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::http::request::Parts;

/// One request as it was received.
#[derive(Debug, Clone)]
pub struct RecordedRequest {
    pub method: String,
    pub path: String,
    /// Decoded, in the order sent, with repetitions.
    pub query: Vec<(String, String)>,
    /// As it was sent.
    pub raw_query: String,
    /// Lower-case names, in the order received.
    pub headers: Vec<(String, String)>,
    /// When it arrived.
    pub at: Instant,
}

impl RecordedRequest {
    /// The first value under that name.
    pub fn param(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    /// The first value of that header; give the name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }

    fn of(parts: &Parts) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        Self {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            raw_query: query.to_owned(),
            query: form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
            headers: parts
                .headers
                .iter()
                .map(|(name, value)| {
                    let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                    (name.as_str().to_owned(), value)
                })
                .collect(),
            at: Instant::now(),
        }
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let (_, value) = pairs.iter().find(|(key, _)| key == name)?;
    Some(value)
}

/// The requests of one server, in the order they arrived. Clones share the list.
#[derive(Debug, Clone, Default)]
pub struct Log(Arc<Mutex<Vec<RecordedRequest>>>);

impl Log {
    /// Records a request and returns the record.
    pub fn record(&self, parts: &Parts) -> RecordedRequest {
        let request = RecordedRequest::of(parts);
        self.0.lock().unwrap().push(request.clone());
        request
    }

    pub fn all(&self) -> Vec<RecordedRequest> {
        self.0.lock().unwrap().clone()
    }
}
