//! A query in the page's URL: [`AppUrl`] writes it, [`ParsedUrl`] reads it.
//!
//! The parameters have the API's names. A name that is nearly one of them is a fault. Other parameters are dropped, so
//! that no key is passed on in a URL.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use crate::domain::ids::items::{Item, read_items, truncate};
use crate::domain::ids::link::VIDEO_IDS;
use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::rules::IdRules;
use crate::domain::ids::short_link::ResolvedLinks;
use crate::domain::ids::{IdsProblem, TokenProblem, VideoIds};
use crate::domain::query::form::RawForm;
use crate::domain::query::paging::{PageNum, PageSize, PagingProblem};
use crate::domain::query::{Query, SearchQuery};

const PAGE_NUM: &str = "page_num";
const PAGE_SIZE: &str = "page_size";
const SAMPLE: &str = "sample";
const LIST: &str = "cc_list";

/// The names of a query's parameters.
pub const NAMES: [&str; 5] = [VIDEO_IDS, PAGE_NUM, PAGE_SIZE, SAMPLE, LIST];

/// How many characters the ids of an address can have. Web servers take requests of 8 KB at least, headers included,
/// and the view's parameters follow.
pub const MAX_IDS_LENGTH: usize = 6_500;

/// The query string that the app writes into its URL.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AppUrl {
    /// Whether sample data is on.
    pub sample: bool,
    pub query: Option<SearchQuery>,
}

impl AppUrl {
    /// The key of the ids where they are too long for an address: then they are saved in the browser, under it.
    #[must_use]
    pub fn list_key(&self) -> Option<String> {
        let ids = self.query.as_ref()?.ids();
        (ids.text_length() > MAX_IDS_LENGTH).then(|| ids.key())
    }
}

impl fmt::Display for AppUrl {
    /// With a "?", or empty.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(key) = self.list_key() {
            let sample = if self.sample { "sample=1&" } else { "" };
            return write!(f, "?{sample}{LIST}={key}");
        }
        f.write_str(match (self.sample, &self.query) {
            (false, None) => "",
            (false, Some(_)) => "?",
            (true, None) => "?sample=1",
            (true, Some(_)) => "?sample=1&",
        })?;
        self.query.iter().try_for_each(|query| query.fmt(f))
    }
}

/// A query string as read from a URL. Faults in it don't affect its valid parts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedUrl {
    /// Whether sample data is on.
    pub sample: bool,
    /// The valid parts: the ids one per line, and the defaults in place of invalid numbers.
    pub form: RawForm,
    /// The query, if there are ids and no faults.
    pub query: Option<SearchQuery>,
    /// The key of ids that are saved in the browser, without any in the address itself.
    pub list: Option<String>,
    /// All faults, in their order in the URL.
    pub faults: Vec<UrlFault>,
}

/// A fault in a url.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UrlFault {
    /// The parameter's name: `video_ids`, `page_num`, `page_size` or `cc_list`.
    pub parameter: &'static str,
    /// Its value, for ids the token, or its misspelled name, cut to 120 characters.
    pub value: String,
    pub reason: UrlFaultReason,
}

/// What is wrong with a parameter of a url.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UrlFaultReason {
    /// A token of `video_ids` is not an id.
    Token(TokenProblem),
    /// There are no ids, or too many.
    Ids(IdsProblem),
    /// It is not a page number or page size.
    Paging(PagingProblem),
    /// It is there again with another value. The first value counts.
    Repeated,
    /// It is nearly the name of a parameter: [`UrlFault::parameter`].
    Misspelled,
    /// The ids are saved in another browser, or not any more.
    UnknownList,
}

impl UrlFault {
    fn new(parameter: &'static str, value: &str, reason: UrlFaultReason) -> Self {
        Self {
            parameter,
            value: truncate(value),
            reason,
        }
    }
}

impl ParsedUrl {
    /// The URL without its faults.
    #[must_use]
    pub fn app_url(&self) -> AppUrl {
        AppUrl {
            sample: self.sample,
            query: self.query.clone(),
        }
    }

    /// Reads a query string, with or without a "?", at a time in Unix seconds.
    #[must_use]
    pub fn read(text: &str, now: u64) -> Self {
        let mut url = Self::default();
        let found = Parameters::of(text, &mut url);
        if found.ids.is_some() {
            url.faults.extend(found.short_names);
        }
        let rules = IdRules {
            now,
            allows_rounded: true,
        };
        let is_page = found.page.is_some() || found.size.is_some();
        let ids = found
            .ids
            .and_then(|value| url.read_ids(&value, rules, is_page));
        let page: PageNum = url.read_paging(PAGE_NUM, found.page).unwrap_or_default();
        let size: PageSize = url.read_paging(PAGE_SIZE, found.size).unwrap_or_default();
        if is_page {
            url.form.page = page.to_string();
            url.form.size = size.to_string();
        }
        if url.faults.is_empty() {
            url.query = ids.map(|ids| match is_page {
                true => SearchQuery::Page(Query { ids, page, size }),
                false => SearchQuery::Videos(ids),
            });
        }
        url.list = found.list.filter(|_| url.form.ids.is_empty());
        url
    }

    /// The address of ids that were saved in the browser.
    #[must_use]
    pub fn with_ids(mut self, ids: VideoIds) -> Self {
        let query = SearchQuery::Videos(ids);
        self.form = RawForm::from(&query);
        self.query = Some(query);
        self
    }

    /// The address of ids that are not in this browser.
    #[must_use]
    pub fn without_list(mut self) -> Self {
        let key = self.list.take().unwrap_or_default();
        let fault = UrlFault::new(LIST, &key, UrlFaultReason::UnknownList);
        self.faults.push(fault);
        self
    }

    /// Puts the valid ids into the form, even if there are too many for a query, and the short links, which may be
    /// resolved there.
    fn read_ids(&mut self, value: &str, rules: IdRules, is_page: bool) -> Option<VideoIds> {
        let items = read_items(value, rules);
        let lines = items.iter().filter_map(|item| match item {
            Item::Id(id) => Some(id.to_string()),
            Item::Invalid(invalid) => Some(invalid.short_link()?.url()),
        });
        let mut seen = HashSet::new();
        let lines: Vec<String> = lines.filter(|line| seen.insert(line.clone())).collect();
        self.form.ids = lines.join("\n");
        let parsed_ids = ParsedIds::new(&items, &ResolvedLinks::new());
        self.form.allows_rounded = parsed_ids.rounded > 0;
        for invalid in &parsed_ids.invalid {
            let reason = UrlFaultReason::Token(invalid.reason);
            self.faults
                .push(UrlFault::new(VIDEO_IDS, &invalid.token, reason));
        }
        let max = match is_page {
            true => Query::MAX_IDS,
            false => VideoIds::MAX,
        };
        match VideoIds::up_to(max, parsed_ids.ids) {
            Ok(ids) => return Some(ids),
            // The faults of the tokens say it better.
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

/// The values of the query's parameters.
#[derive(Default)]
struct Parameters {
    ids: Option<String>,
    page: Option<String>,
    size: Option<String>,
    list: Option<String>,
    /// Names such as `page`, which other sites have too: faults beside ids.
    short_names: Vec<UrlFault>,
}

impl Parameters {
    /// Reads the first value of each parameter. Puts the sample switch and repeated parameters into `url`.
    fn of(text: &str, url: &mut ParsedUrl) -> Self {
        let mut found = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let (parameter, first) = match &*name {
                VIDEO_IDS => (VIDEO_IDS, &mut found.ids),
                PAGE_NUM => (PAGE_NUM, &mut found.page),
                PAGE_SIZE => (PAGE_SIZE, &mut found.size),
                LIST => (LIST, &mut found.list),
                SAMPLE => {
                    url.sample |= value == "1";
                    continue;
                }
                "page" | "size" | "limit" => {
                    let parameter = if name == "page" { PAGE_NUM } else { PAGE_SIZE };
                    let fault = UrlFault::new(parameter, &name, UrlFaultReason::Misspelled);
                    found.short_names.push(fault);
                    continue;
                }
                _ => {
                    if let Some(parameter) = misspelled(&name) {
                        let fault = UrlFault::new(parameter, &name, UrlFaultReason::Misspelled);
                        url.faults.push(fault);
                    }
                    continue;
                }
            };
            match first {
                None => *first = Some(value.into_owned()),
                Some(first) if *first == *value => {}
                Some(_) => {
                    let fault = UrlFault::new(parameter, &value, UrlFaultReason::Repeated);
                    url.faults.push(fault);
                }
            }
        }
        found
    }
}

/// The parameter of a query whose name this nearly is: `pageNum`, `Page_Size`, `video_id`, `page_no`.
fn misspelled(name: &str) -> Option<&'static str> {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let name = letters(name);
    match &*name {
        "pageno" | "pagenumber" | "pageindex" => return Some(PAGE_NUM),
        _ => {}
    }
    [VIDEO_IDS, PAGE_NUM, PAGE_SIZE]
        .into_iter()
        .find(|known| strsim::levenshtein(&name, &letters(known)) <= 1)
}
