//! The search form as typed ([`RawForm`]), and its validation, which gives a [`SearchQuery`] or the problems of all fields at
//! once. Items of the ids field that are not recognized are no problem as long as there is an id.

use std::str::FromStr;

use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::rules::looks_rounded;
use crate::domain::ids::{IdsProblem, VideoIds, one_per_line};
use crate::domain::query::paging::PagingProblem;
use crate::domain::query::{Query, SearchQuery};

/// The texts in the form's fields.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RawForm {
    /// Video ids and links, with any separators.
    pub ids: String,
    /// The page's number. With neither a page nor a size all pages are searched for.
    pub page: String,
    /// The page's size.
    pub size: String,
    /// Whether numbers that look rounded are used as well.
    pub allows_rounded: bool,
}

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Video IDs or links.
    Ids,
    /// Page.
    Page,
    /// Page size.
    Size,
}

/// The problem of each field, if any.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Problems {
    pub ids: Option<IdsProblem>,
    pub page: Option<PagingProblem>,
    pub size: Option<PagingProblem>,
}

impl Problems {
    /// The first field with a problem, which gets the focus.
    #[must_use]
    pub fn first(&self) -> Option<Field> {
        let ids = self.ids.map(|_| Field::Ids);
        let page = self.page.map(|_| Field::Page);
        let size = self.size.map(|_| Field::Size);
        ids.or(page).or(size)
    }
}

impl RawForm {
    /// Whether the fields ask for one page of the results, and not for all.
    #[must_use]
    pub fn is_page(&self) -> bool {
        !(self.page.trim().is_empty() && self.size.trim().is_empty())
    }

    /// The text of a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Ids => &self.ids,
            Field::Page => &self.page,
            Field::Size => &self.size,
        }
    }

    /// The text of a field, to change it.
    pub fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Ids => &mut self.ids,
            Field::Page => &mut self.page,
            Field::Size => &mut self.size,
        }
    }

    /// Validates all fields. The ids come parsed.
    ///
    /// # Errors
    /// The problems of all fields.
    pub fn check(&self, parsed_ids: &ParsedIds) -> Result<SearchQuery, Problems> {
        if !self.is_page() {
            return match video_ids(parsed_ids, VideoIds::MAX) {
                Ok(ids) => Ok(SearchQuery::Videos(ids)),
                Err(problem) => Err(Problems {
                    ids: Some(problem),
                    ..Problems::default()
                }),
            };
        }
        let ids = video_ids(parsed_ids, Query::MAX_IDS);
        match (ids, or_default(&self.page), or_default(&self.size)) {
            (Ok(ids), Ok(page), Ok(size)) => Ok(SearchQuery::Page(Query { ids, page, size })),
            (ids, page, size) => Err(Problems {
                ids: ids.err(),
                page: page.err(),
                size: size.err(),
            }),
        }
    }
}

fn video_ids(parsed_ids: &ParsedIds, max: usize) -> Result<VideoIds, IdsProblem> {
    if parsed_ids.ids.is_empty() && !parsed_ids.invalid.is_empty() {
        return Err(IdsProblem::NoneRecognized);
    }
    VideoIds::up_to(max, parsed_ids.ids.iter().copied())
}

/// A number of the form. An empty field has its default.
fn or_default<T: FromStr<Err = PagingProblem> + Default>(text: &str) -> Result<T, PagingProblem> {
    match text.parse() {
        Err(PagingProblem::Missing) => Ok(T::default()),
        parsed => parsed,
    }
}

impl From<&SearchQuery> for RawForm {
    /// The query as a user would type it, one id per line.
    fn from(query: &SearchQuery) -> Self {
        let (page, size) = match query {
            SearchQuery::Videos(_) => Default::default(),
            SearchQuery::Page(query) => (query.page.to_string(), query.size.to_string()),
        };
        Self {
            ids: one_per_line(query.ids().iter()),
            page,
            size,
            allows_rounded: query.ids().iter().any(looks_rounded),
        }
    }
}
