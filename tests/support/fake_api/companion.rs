//! The calls beside the endpoint: KeyAPI signs covers and names products, TikTok's hosts redirect short links. Without a
//! fault or another shape, responses are as public integrators describe them.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::http::request::Parts;
use axum::response::Response;
use serde_json::Value;

use super::super::products;
use super::super::recorded::{Log, RecordedRequest};
use super::answer::Answer;
use super::redirect::{self, Redirect};
use super::shapes::{self, CoverShape, ProductShape};
use super::{Fault, Key, fault};

/// Which of the calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// Signs covers.
    Covers,
    /// Names products.
    Products,
    /// A short link of TikTok's.
    Links,
}

/// Their settings and their logs, apart from the endpoint's. Clones share them.
#[derive(Clone)]
pub struct Companion(Arc<Mutex<Inner>>);

/// The product of an id; none for an unknown one.
type Products = dyn Fn(&str) -> Option<Value> + Send + Sync;

struct Inner {
    paths: HashMap<Call, String>,
    logs: HashMap<Call, Log>,
    queues: HashMap<Call, VecDeque<Fault>>,
    always: HashMap<Call, Fault>,
    covers: CoverShape,
    unsigned: Vec<String>,
    products: ProductShape,
    known_products: Arc<Products>,
    bad_row: Option<Value>,
    links: HashMap<String, Redirect>,
}

impl Default for Companion {
    fn default() -> Self {
        let calls = [Call::Covers, Call::Products, Call::Links];
        let paths = [
            (Call::Covers, "/v1/tiktok/covers/batch/download".to_owned()),
            (
                Call::Products,
                "/v1/tiktok/product/detail/analytics".to_owned(),
            ),
        ];
        Self(Arc::new(Mutex::new(Inner {
            paths: paths.into(),
            logs: calls.map(|call| (call, Log::default())).into(),
            queues: HashMap::new(),
            always: HashMap::new(),
            covers: CoverShape::Map,
            unsigned: Vec::new(),
            products: ProductShape::CoverList,
            known_products: Arc::new(|id| Some(products::product(id))),
            bad_row: None,
            links: HashMap::new(),
        })))
    }
}

impl Companion {
    fn set<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        change(&mut self.0.lock().unwrap())
    }

    /// The shape of signed covers.
    pub fn covers_as(&self, shape: CoverShape) {
        self.set(|inner| inner.covers = shape);
    }

    /// Covers whose address contains `part` are missing in the response.
    pub fn leave_unsigned(&self, part: &str) {
        self.set(|inner| inner.unsigned.push(part.to_owned()));
    }

    /// The shape of products' covers.
    pub fn products_as(&self, shape: ProductShape) {
        self.set(|inner| inner.products = shape);
    }

    /// The product of each id, or none.
    pub fn products_by(&self, f: impl Fn(&str) -> Option<Value> + Send + Sync + 'static) {
        self.set(|inner| inner.known_products = Arc::new(f));
    }

    /// Replaces the first row of products from now on, such as by one that cannot be read.
    pub fn bad_row(&self, row: Value) {
        self.set(|inner| inner.bad_row = Some(row));
    }

    /// Another path of KeyAPI for a call.
    pub fn moved(&self, call: Call, path: &str) {
        self.set(|inner| inner.paths.insert(call, path.to_owned()));
    }

    /// What TikTok responds to a short link. Others lead to its home page.
    pub fn link(&self, link: &str, redirect: Redirect) {
        self.set(|inner| inner.links.insert(redirect::place(link), redirect));
    }

    /// Queues a fault for the next request of this call that has none. For a link only faults that concern no body.
    pub fn next(&self, call: Call, fault: impl Into<Fault>) {
        self.set(|inner| {
            inner
                .queues
                .entry(call)
                .or_default()
                .push_back(fault.into())
        });
    }

    /// The fault of every request of this call that has no other; `None` for none.
    pub fn always(&self, call: Call, fault: impl Into<Option<Fault>>) {
        self.set(|inner| match fault.into() {
            Some(fault) => inner.always.insert(call, fault),
            None => inner.always.remove(&call),
        });
    }

    /// The requests of a call so far, preflights not included.
    pub fn requests(&self, call: Call) -> Vec<RecordedRequest> {
        let mut requests = self.set(|inner| inner.logs[&call].all());
        requests.retain(|request| request.method != "OPTIONS");
        requests
    }

    /// The call of a request, if it is one of these. It is recorded.
    pub(super) fn record(&self, parts: &Parts) -> Option<(Call, RecordedRequest)> {
        self.set(|inner| {
            let host = parts
                .headers
                .get("host")
                .and_then(|host| host.to_str().ok());
            let path = parts.uri.path();
            let is_at = |(call, at): (&Call, &String)| (at == path).then_some(*call);
            let call = match redirect::requested(host.unwrap_or_default(), path) {
                Some(_) => Call::Links,
                None => inner.paths.iter().find_map(is_at)?,
            };
            Some((call, inner.logs[&call].record(parts)))
        })
    }

    pub(super) async fn respond(
        &self,
        call: Call,
        request: &RecordedRequest,
        key: &Key,
    ) -> Response {
        let fault = self.set(|inner| {
            let queued = inner.queues.get_mut(&call).and_then(VecDeque::pop_front);
            queued.or_else(|| inner.always.get(&call).cloned())
        });
        if call == Call::Links {
            let host = request.header("host").unwrap_or_default();
            let place = redirect::requested(host, &request.path).unwrap_or_default();
            let redirect = self.set(|inner| inner.links.get(&place).cloned());
            return redirect.unwrap_or_default().into_response(fault).await;
        }
        let good = self.answer(call, request, key);
        match fault {
            Some(fault) => fault::instead_of(good, fault).await,
            None => good.into_response(),
        }
    }

    fn answer(&self, call: Call, request: &RecordedRequest, key: &Key) -> Answer {
        if let Some(refused) = super::answer::refused_key(request, key) {
            return refused;
        }
        let name = match call {
            Call::Covers => "cover_urls",
            _ => "product_ids",
        };
        let values: Vec<&str> = match request.param(name) {
            Some(text) if !text.is_empty() => text.split(',').collect(),
            _ => return Answer::error(400, &format!("Missing required parameter: {name}")),
        };
        if values.len() > 10 {
            return Answer::error(400, &format!("Invalid parameter: {name} (at most 10)"));
        }
        self.set(|inner| match call {
            Call::Covers => {
                let is_signed = |cover: &&&str| !inner.unsigned.iter().any(|u| cover.contains(u));
                let covers: Vec<_> = values.iter().filter(is_signed).copied().collect();
                Answer::data(shapes::covers(&covers, inner.covers))
            }
            _ => {
                let known = values.iter().filter_map(|id| (inner.known_products)(id));
                let mut rows: Vec<_> = known.map(|row| shapes::row(row, inner.products)).collect();
                if let (Some(first), Some(bad)) = (rows.first_mut(), &inner.bad_row) {
                    *first = bad.clone();
                }
                Answer::data(rows.into())
            }
        })
    }
}
