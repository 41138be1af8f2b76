//! The pages of a query that an exported file holds.

use serde::{Deserialize, Serialize};

use crate::domain::query::paging::{PageNum, PagingProblem};

/// The most runs of pages that a file's name has, so that it stays short.
const MAX_NAMED: usize = 3;

/// Page numbers, ascending, each once. There is at least one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Vec<u32>", into = "Vec<u32>")]
pub struct Pages(Vec<PageNum>);

impl Pages {
    /// Some pages in any order; `None` without any.
    pub fn new(pages: impl IntoIterator<Item = PageNum>) -> Option<Self> {
        let mut pages: Vec<PageNum> = pages.into_iter().collect();
        pages.sort_unstable();
        pages.dedup();
        (!pages.is_empty()).then_some(Self(pages))
    }

    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|page| page.get())
    }

    /// The page, if there is only one.
    #[must_use]
    pub fn single(&self) -> Option<u32> {
        match self.0[..] {
            [page] => Some(page.get()),
            _ => None,
        }
    }

    /// As part of a file's name: `1`, `1-to-3`, `1-to-3-and-5`.
    #[must_use]
    pub fn for_file_name(&self) -> String {
        let runs = self.runs();
        match (&runs[..], self.0.len()) {
            ([(first, _), .., (_, last)], count) if runs.len() > MAX_NAMED => {
                format!("{first}-to-{last}-{count}-pages")
            }
            _ => joined(&runs, "-to-", "-and-"),
        }
    }

    /// For people: `1`, `1-3`, `1-3, 5`.
    #[must_use]
    pub fn for_people(&self) -> String {
        joined(&self.runs(), "-", ", ")
    }

    /// The first and the last page of each run of successive pages.
    fn runs(&self) -> Vec<(u32, u32)> {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for number in self.numbers() {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == number => *last = number,
                _ => runs.push((number, number)),
            }
        }
        runs
    }
}

fn joined(runs: &[(u32, u32)], to: &str, and: &str) -> String {
    let runs: Vec<String> = runs
        .iter()
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}{to}{last}"),
        })
        .collect();
    runs.join(and)
}

impl From<PageNum> for Pages {
    fn from(page: PageNum) -> Self {
        Self(vec![page])
    }
}

impl From<Pages> for Vec<u32> {
    fn from(pages: Pages) -> Self {
        pages.numbers().collect()
    }
}

impl TryFrom<Vec<u32>> for Pages {
    type Error = PagingProblem;

    fn try_from(numbers: Vec<u32>) -> Result<Self, PagingProblem> {
        let pages: Result<Vec<PageNum>, _> = numbers.into_iter().map(PageNum::new).collect();
        Self::new(pages?).ok_or(PagingProblem::Missing)
    }
}
