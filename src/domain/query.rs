//! What is asked of the API (`Query`), and its form in an address: `Address` writes, `Link` reads.
//!
//! The names in the address are the API's own. Refuses to keep any parameter that isn't ours, so
//! that nothing, least of all a key, travels through a link.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::form::RawForm;
use super::paging::{PageNum, PageSize, PagingProblem};
use super::pasted::{read_pasted, shortened};
use super::video_id::{IdsProblem, PieceProblem, VideoIds, one_a_line};

const VIDEO_IDS: &str = "video_ids";
const PAGE_NUM: &str = "page_num";
const PAGE_SIZE: &str = "page_size";
const SAMPLE: &str = "sample";

/// The names of a query's part of an address.
pub const NAMES: [&str; 4] = [VIDEO_IDS, PAGE_NUM, PAGE_SIZE, SAMPLE];

/// One page about some videos: what one request asks for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Query {
    /// The videos.
    pub ids: VideoIds,
    /// Which page.
    pub page: PageNum,
    /// How many rows a page.
    pub size: PageSize,
}

impl Query {
    /// The same query for another page.
    #[must_use]
    pub fn with_page(&self, page: PageNum) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// The one form of this question, so that equal questions are equal bytes: the ids by number.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self {
            ids: self.ids.sorted(),
            ..*self
        }
    }
}

impl fmt::Display for Query {
    /// `video_ids=1,2&page_num=1&page_size=10`: only digits and commas, so nothing to encode.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ids, page, size } = self;
        write!(f, "{VIDEO_IDS}={ids}&{PAGE_NUM}={page}&{PAGE_SIZE}={size}")
    }
}

impl FromStr for Query {
    type Err = Vec<LinkFault>;

    /// Reads what a [`Link`] reads, and refuses any fault.
    fn from_str(text: &str) -> Result<Self, Vec<LinkFault>> {
        let link = Link::read(text);
        match link.query {
            Some(query) => Ok(query),
            None if link.faults.is_empty() => Err(vec![LinkFault::no_ids()]),
            None => Err(link.faults),
        }
    }
}

/// What the app writes into an address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Address {
    /// Sample data is on.
    pub sample: bool,
    /// The query that is shown.
    pub query: Option<Query>,
}

impl fmt::Display for Address {
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
pub struct Link {
    /// Sample data is on.
    pub sample: bool,
    /// The good part: the ids one a line, and the defaults in place of bad paging.
    pub form: RawForm,
    /// The whole, when there are ids and no fault.
    pub query: Option<Query>,
    /// All that is wrong, in the order it stands.
    pub faults: Vec<LinkFault>,
}

/// Something wrong in a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkFault {
    /// The parameter's name: `video_ids`, `page_num` or `page_size`.
    pub parameter: &'static str,
    /// What the link says there, cut to 120 characters; for an id, the piece of it.
    pub value: String,
    /// What is wrong with it.
    pub reason: FaultReason,
}

/// What is wrong with a link's parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultReason {
    /// A piece of `video_ids` is no id.
    Piece(PieceProblem),
    /// There are no ids, or too many.
    Ids(IdsProblem),
    /// No page or page size.
    Paging(PagingProblem),
    /// It stands there again with another value; the first is kept.
    Repeated,
}

impl LinkFault {
    fn new(parameter: &'static str, value: &str, reason: FaultReason) -> Self {
        Self {
            parameter,
            value: shortened(value),
            reason,
        }
    }

    fn no_ids() -> Self {
        Self::new(VIDEO_IDS, "", FaultReason::Ids(IdsProblem::Empty))
    }
}

impl FromStr for Link {
    type Err = Infallible;

    /// Reads a query string, with its "?" or without.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::read(text))
    }
}

impl Link {
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
        let pasted = read_pasted(value);
        self.form.ids = one_a_line(pasted.ids.iter().copied());
        for rejected in &pasted.rejected {
            let reason = FaultReason::Piece(rejected.reason);
            self.faults
                .push(LinkFault::new(VIDEO_IDS, &rejected.piece, reason));
        }
        match VideoIds::new(pasted.ids) {
            Ok(ids) => return Some(ids),
            // The pieces' own faults say it better.
            Err(IdsProblem::Empty) if !pasted.rejected.is_empty() => {}
            Err(problem) => {
                let reason = FaultReason::Ids(problem);
                self.faults.push(LinkFault::new(VIDEO_IDS, value, reason));
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
            let reason = FaultReason::Paging(problem);
            self.faults.push(LinkFault::new(parameter, &value, reason));
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
    fn of(text: &str, link: &mut Link) -> Self {
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
                    let fault = LinkFault::new(parameter, &value, FaultReason::Repeated);
                    link.faults.push(fault);
                }
            }
        }
        found
    }
}
