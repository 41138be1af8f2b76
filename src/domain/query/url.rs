//! A query in the page's address: `AppUrl` writes it, `ParsedUrl` reads it.
//!
//! The parameters have the API's own names. Any parameter that is not ours is dropped, so that no key
//! travels in a link.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::domain::ids::parsed_ids::{parse_ids, shortened};
use crate::domain::ids::{IdsProblem, TokenProblem, VideoIds, one_a_line};
use crate::domain::query::Query;
use crate::domain::query::form::RawForm;
use crate::domain::query::paging::{PageNum, PageSize, PagingProblem};

const VIDEO_IDS: &str = "video_ids";
const PAGE_NUM: &str = "page_num";
const PAGE_SIZE: &str = "page_size";
const SAMPLE: &str = "sample";

/// The names of a query's parameters.
pub const NAMES: [&str; 4] = [VIDEO_IDS, PAGE_NUM, PAGE_SIZE, SAMPLE];

impl FromStr for Query {
    type Err = Vec<UrlFault>;

    /// Reads what a [`ParsedUrl`] reads, and refuses any fault.
    fn from_str(text: &str) -> Result<Self, Vec<UrlFault>> {
        let link = ParsedUrl::read(text);
        match link.query {
            Some(query) => Ok(query),
            None if link.faults.is_empty() => Err(vec![UrlFault::no_ids()]),
            None => Err(link.faults),
        }
    }
}

/// What the app writes into an address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AppUrl {
    /// Sample data is on.
    pub sample: bool,
    /// The query that is shown.
    pub query: Option<Query>,
}

impl fmt::Display for AppUrl {
    /// With its "?", or empty.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.sample, &self.query) {
            (false, None) => "",
            (false, Some(_)) => "?",
            (true, None) => "?sample=1",
            (true, Some(_)) => "?sample=1&",
        })?;
        self.query.iter().try_for_each(|query| query.fmt(f))
    }
}

/// An address's query string as it was read, with the good part kept whatever is wrong beside it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedUrl {
    /// Sample data is on.
    pub sample: bool,
    /// The good part: the ids one a line, and the defaults in place of bad paging.
    pub form: RawForm,
    /// The whole, when there are ids and no fault.
    pub query: Option<Query>,
    /// All that is wrong, in the order it stands.
    pub faults: Vec<UrlFault>,
}

/// Something wrong in a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UrlFault {
    /// The parameter's name: `video_ids`, `page_num` or `page_size`.
    pub parameter: &'static str,
    /// What the link says there, cut to 120 characters; for an id, the token of it.
    pub value: String,
    /// What is wrong with it.
    pub reason: UrlFaultReason,
}

/// What is wrong with a link's parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UrlFaultReason {
    /// A token of `video_ids` is no id.
    Token(TokenProblem),
    /// There are no ids, or too many.
    Ids(IdsProblem),
    /// No page or page size.
    Paging(PagingProblem),
    /// It stands there again with another value; the first is kept.
    Repeated,
}

impl UrlFault {
    fn new(parameter: &'static str, value: &str, reason: UrlFaultReason) -> Self {
        Self {
            parameter,
            value: shortened(value),
            reason,
        }
    }

    fn no_ids() -> Self {
        Self::new(VIDEO_IDS, "", UrlFaultReason::Ids(IdsProblem::Empty))
    }
}

impl FromStr for ParsedUrl {
    type Err = Infallible;

    /// Reads a query string, with its "?" or without.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::read(text))
    }
}

impl ParsedUrl {
    /// The address that this one stands for, as far as it is valid.
    #[must_use]
    pub fn app_url(&self) -> AppUrl {
        AppUrl {
            sample: self.sample,
            query: self.query.clone(),
        }
    }

    fn read(text: &str) -> Self {
        let mut link = Self::default();
        let found = Parameters::of(text, &mut link);
        let ids = found.ids.and_then(|value| link.read_ids(&value));
        let page: PageNum = link.read_paging(PAGE_NUM, found.page).unwrap_or_default();
        let size: PageSize = link.read_paging(PAGE_SIZE, found.size).unwrap_or_default();
        link.form.page = page.to_string();
        link.form.size = size.to_string();
        if link.faults.is_empty() {
            link.query = ids.map(|ids| Query { ids, page, size });
        }
        link
    }

    /// Takes the good ids into the form, even when they are too many for a query.
    fn read_ids(&mut self, value: &str) -> Option<VideoIds> {
        let parsed_ids = parse_ids(value);
        self.form.ids = one_a_line(parsed_ids.ids.iter().copied());
        for invalid in &parsed_ids.invalid {
            let reason = UrlFaultReason::Token(invalid.reason);
            self.faults
                .push(UrlFault::new(VIDEO_IDS, &invalid.token, reason));
        }
        match VideoIds::new(parsed_ids.ids) {
            Ok(ids) => return Some(ids),
            // The tokens' own faults say it better.
            Err(IdsProblem::Empty) if !parsed_ids.invalid.is_empty() => {}
            Err(problem) => {
                let reason = UrlFaultReason::Ids(problem);
                self.faults.push(UrlFault::new(VIDEO_IDS, value, reason));
            }
        }
        None
    }

    fn read_paging<T: FromStr<Err = PagingProblem>>(
        &mut self,
        parameter: &'static str,
        value: Option<String>,
    ) -> Option<T> {
        let value = value?;
        let read = value.parse();
        if let Err(problem) = read {
            let reason = UrlFaultReason::Paging(problem);
            self.faults.push(UrlFault::new(parameter, &value, reason));
        }
        read.ok()
    }
}

/// Our parameters in a query string; all others end here.
#[derive(Default)]
struct Parameters {
    ids: Option<String>,
    page: Option<String>,
    size: Option<String>,
}

impl Parameters {
    /// Keeps the first of each; puts the sample switch and contradictions into `link`.
    fn of(text: &str, link: &mut ParsedUrl) -> Self {
        let mut found = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let (parameter, first) = match &*name {
                VIDEO_IDS => (VIDEO_IDS, &mut found.ids),
                PAGE_NUM => (PAGE_NUM, &mut found.page),
                PAGE_SIZE => (PAGE_SIZE, &mut found.size),
                SAMPLE => {
                    link.sample |= value == "1";
                    continue;
                }
                _ => continue,
            };
            match first {
                None => *first = Some(value.into_owned()),
                Some(first) if *first == *value => {}
                Some(_) => {
                    let fault = UrlFault::new(parameter, &value, UrlFaultReason::Repeated);
                    link.faults.push(fault);
                }
            }
        }
        found
    }
}
