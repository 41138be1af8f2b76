//! The search form as typed ([`RawForm`]), and its validation, which gives a [`Query`] or the problems of all fields at
//! once. Items of the ids field that are not recognized are no problem as long as there is an id.

use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::ids::rules::looks_rounded;
use crate::domain::ids::{IdsProblem, VideoIds, one_per_line};
use crate::domain::query::Query;
use crate::domain::query::paging::{PageNum, PageSize, PagingProblem};

/// The texts in the form's fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawForm {
    /// Video ids and links, with any separators.
    pub ids: String,
    /// The page's number.
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
    pub fn check(&self, parsed_ids: &ParsedIds) -> Result<Query, Problems> {
        match (video_ids(parsed_ids), self.page.parse(), self.size.parse()) {
            (Ok(ids), Ok(page), Ok(size)) => Ok(Query { ids, page, size }),
            (ids, page, size) => Err(Problems {
                ids: ids.err(),
                page: page.err(),
                size: size.err(),
            }),
        }
    }
}

fn video_ids(parsed_ids: &ParsedIds) -> Result<VideoIds, IdsProblem> {
    if parsed_ids.ids.is_empty() && !parsed_ids.invalid.is_empty() {
        return Err(IdsProblem::NoneRecognized);
    }
    VideoIds::new(parsed_ids.ids.iter().copied())
}

impl Default for RawForm {
    /// No ids, the first page, the largest size.
    fn default() -> Self {
        Self {
            ids: String::new(),
            page: PageNum::default().to_string(),
            size: PageSize::default().to_string(),
            allows_rounded: false,
        }
    }
}

impl From<&Query> for RawForm {
    /// The query as a user would type it, one id per line.
    fn from(query: &Query) -> Self {
        Self {
            ids: one_per_line(query.ids.iter()),
            page: query.page.to_string(),
            size: query.size.to_string(),
            allows_rounded: query.ids.iter().any(looks_rounded),
        }
    }
}
