//! The measurements with one number of rows: search, views, sorting, the text filter, scrolling.

use super::page::{self, Time};
use super::rows;
use crate::harness::{Locator, Page, TestEnv};
use crate::support::fake_api::Fault;
use crate::support::rows::id;

/// Each number is the median of so many rounds.
pub const ROUNDS: u64 = 7;

/// Typed letter by letter, then deleted.
const LETTERS: [&str; 7] = ["c", "cl", "cli", "clip", "clip ", "clip 9", ""];

/// CSS pixels per frame, and frames.
const SCROLL: (u32, u32) = (170, 120);

/// An action, and the time of each round.
pub struct Row {
    pub name: &'static str,
    times: Vec<Time>,
}

impl Row {
    pub fn painted(&self) -> f64 {
        median(self.times.iter().map(|time| time.painted))
    }

    pub fn work(&self) -> f64 {
        median(self.times.iter().map(|time| time.work))
    }
}

/// All measurements with one number of rows.
pub struct Measured {
    pub rows: Vec<Row>,
    /// Elements in the document, by view.
    pub elements: Vec<(&'static str, u64)>,
    /// The time of each frame while the table scrolled.
    pub frames: Vec<f64>,
}

pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

struct Bench<'a> {
    page: &'a Page,
    measured: Measured,
}

pub async fn run(env: &TestEnv, count: u64) -> Measured {
    // Written once: the fake API's own work is not measured.
    env.api.always(Fault::Body(rows::body(count).into()));
    let page = env.open("/").await;
    page.role("button", "Search").await;
    page::prepare(&page).await;
    let measured = Measured {
        rows: Vec::new(),
        elements: Vec::new(),
        frames: Vec::new(),
    };
    let mut bench = Bench {
        page: &page,
        measured,
    };
    bench.warm_up().await;
    bench.searches().await;
    bench.views().await;
    bench.letters("filter by a letter, cards").await;
    page.click("button", "Table").await;
    bench.letters("filter by a letter, table").await;
    bench.orders().await;
    bench.scrolling().await;
    page.click("button", "Charts").await;
    bench.letters("filter by a letter, charts").await;
    bench.measured
}

impl Bench<'_> {
    fn add(&mut self, name: &'static str, time: Time) {
        let rows = &mut self.measured.rows;
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.times.push(time),
            None => rows.push(Row {
                name,
                times: vec![time],
            }),
        }
    }

    async fn field(&self) -> Locator<'_> {
        self.page.role("searchbox", "Find in results").await
    }

    /// After a search the form is folded.
    async fn open_form(&self) {
        let edit = self.page.all_like("button", "^Edit( search)?$").await;
        if let [edit, ..] = &edit[..] {
            edit.click().await;
        }
    }

    /// Opens each view once, so that the first round is no exception.
    async fn warm_up(&mut self) {
        let ids = self.page.role("textbox", "Video IDs or links").await;
        ids.fill("7521783049722299999").await;
        self.page.click("button", "Search").await;
        self.page.click("button", "Table").await;
        self.page.role("region", "Table").await;
        self.page.click("button", "Cards").await;
        self.page.role_like("article", r"\(clip 0\)").await;
    }

    /// Other ids each time, since a saved response needs no request. The first letter creates the text index.
    async fn searches(&mut self) {
        for round in 0..ROUNDS {
            let time = page::nothing(self.page).await;
            self.add("nothing (waiting for a frame)", time);
            self.open_form().await;
            let ids = self.page.role("textbox", "Video IDs or links").await;
            ids.fill(&id(2_000 + round)).await;
            let button = self.page.role("button", "Search").await;
            let time = page::search(self.page, &button).await;
            self.add("first render, from the click (from the answer)", time);
            let field = self.field().await;
            let time = page::fill(self.page, &field, "c").await;
            page::fill(self.page, &field, "").await;
            self.add("first letter, cards", time);
        }
    }

    async fn views(&mut self) {
        let names = [
            ("Table", "cards to table"),
            ("Charts", "table to charts"),
            ("Cards", "charts to cards"),
        ];
        for round in 0..ROUNDS {
            for (view, name) in names {
                let button = self.page.role("button", view).await;
                let time = page::click(self.page, &button).await;
                self.add(name, time);
                if round + 1 == ROUNDS {
                    let elements = page::elements(self.page).await;
                    self.measured.elements.push((view, elements));
                }
            }
        }
    }

    async fn letters(&mut self, name: &'static str) {
        for _ in 0..2 {
            for text in LETTERS {
                let field = self.field().await;
                let time = page::fill(self.page, &field, text).await;
                self.add(name, time);
            }
        }
    }

    async fn orders(&mut self) {
        let columns = [("^GMV", "sort by a metric"), ("^Region", "sort by a text")];
        for (column, name) in columns {
            for _ in 0..ROUNDS {
                let head = self.page.role_like("columnheader", column).await;
                let button = head.role_like("button", column).await;
                let time = page::click(self.page, &button).await;
                self.add(name, time);
            }
        }
    }

    async fn scrolling(&mut self) {
        let sheet = self.page.role("region", "Table").await;
        let (step, frames) = SCROLL;
        self.measured.frames = page::scroll(self.page, &sheet, step, frames).await;
    }
}
