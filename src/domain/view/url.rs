//! A view's form in an address: what is as usual is left out, so that links stay short.
//! Refuses: names that are no view's; they are passed over.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::{ChartChoice, View};
use crate::domain::filter::url as filter_url;
use crate::domain::ids::VideoId;
use crate::domain::metrics::Metric;
use crate::domain::query::url as query_url;
use crate::domain::rows::column::Column;

const MODE: &str = "view";
const PAGES: &str = "pages";
const ALL_PAGES: &str = "all";
const SORT: &str = "sort";
const COLUMNS: &str = "columns";
const SELECTED: &str = "selected";
const BASE: &str = "base";
const CHART: &str = "chart";
const FIGURE: &str = "metric";
const ACROSS: &str = "across";
const SCALE: &str = "scale";
const LINEAR: &str = "linear";

/// A view's parameters that mean the same for other videos.
const OF_ANY: [&str; 7] = [MODE, SORT, COLUMNS, CHART, FIGURE, ACROSS, SCALE];
/// Those that mean something among these videos alone.
const OF_THESE: [&str; 3] = [PAGES, SELECTED, BASE];

/// A view's part of a query string, each parameter with a `&` before it, as they stand there; for other
/// videos without what was chosen among the former ones. What no view is written with is left out.
#[must_use]
pub fn view_params(search: &str, same_videos: bool) -> String {
    let of_these = |name: &str| OF_THESE.contains(&name) || filter_url::NAMES.contains(&name);
    filter_params(search, |token, name| {
        let is_plain = token
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"=,.:-_*+%".contains(&byte));
        let is_wanted = match same_videos {
            true => OF_ANY.contains(&name) || of_these(name),
            false => OF_ANY.contains(&name) && token != "view=compare",
        };
        is_plain && is_wanted
    })
}

/// The query's part of it, with its "?". What is neither's ends here.
#[must_use]
pub fn query_params(search: &str) -> String {
    let rest = filter_params(search, |_, name| query_url::NAMES.contains(&name));
    match rest.strip_prefix('&') {
        Some(rest) => ["?", rest].concat(),
        None => rest,
    }
}

/// A query string with a parameter of a view, `&name=value`, in place of what it says there; to a selection
/// it adds.
#[must_use]
pub fn with_param(search: &str, view: &str) -> String {
    let (name, value) = view
        .trim_start_matches('&')
        .split_once('=')
        .unwrap_or_default();
    let old = view_params(search, true);
    let kept = filter_params(&old, |_, other| other != name);
    let selected = old
        .split('&')
        .find_map(|token| token.strip_prefix("selected="));
    let added = match selected {
        Some(selected) if name == SELECTED => [selected, ",", value].concat(),
        _ => value.to_owned(),
    };
    [&query_params(search), &kept, "&", name, "=", &added].concat()
}

fn filter_params(search: &str, is_wanted: impl Fn(&str, &str) -> bool) -> String {
    let search = search.strip_prefix('?').unwrap_or(search);
    let mut part = String::new();
    for token in search.split('&').filter(|token| !token.is_empty()) {
        let name = token.split('=').next().unwrap_or_default();
        if is_wanted(token, name) {
            part.push('&');
            part.push_str(token);
        }
    }
    part
}

/// The columns as an address and the store have them: codes with commas.
#[must_use]
pub fn columns_text(columns: &[Column]) -> String {
    let codes: Vec<&str> = columns.iter().map(|column| column.code()).collect();
    codes.join(",")
}

impl fmt::Display for View {
    /// Its parameters, each with a `&` before it, to follow a query's; what is as usual is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let usual = Self::default();
        let mut write = |name: &str, value: &str, is_usual: bool| match is_usual {
            true => Ok(()),
            false => write!(f, "&{name}={value}"),
        };
        write(MODE, self.mode.into_str(), self.mode == usual.mode)?;
        write(PAGES, ALL_PAGES, !self.all_pages)?;
        write(SORT, &self.sort.to_string(), self.sort == usual.sort)?;
        let columns = columns_text(&self.columns);
        write(COLUMNS, &columns, self.columns == usual.columns)?;
        let ids: Vec<String> = self.selected.iter().map(VideoId::to_string).collect();
        write(SELECTED, &ids.join(","), ids.is_empty())?;
        if let Some(base) = self.base {
            write(BASE, &base.to_string(), false)?;
        }
        let (chart, usual) = (&self.chart, usual.chart);
        write(CHART, chart.kind.into_str(), chart.kind == usual.kind)?;
        write(FIGURE, chart.metric.code(), chart.metric == usual.metric)?;
        write(ACROSS, chart.across.code(), chart.across == usual.across)?;
        write(SCALE, LINEAR, chart.log)?;
        self.filter.fmt(f)
    }
}

impl FromStr for View {
    type Err = Infallible;

    /// Reads a all_pages query string, with its "?" or without; what is not a view's is passed over.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut view = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            view.read(&name, &value);
        }
        let is_selected = |base: &VideoId| view.selected.contains(base);
        view.base = view.base.filter(is_selected);
        Ok(view)
    }
}

impl View {
    fn read(&mut self, name: &str, value: &str) {
        let (usual, metric) = (ChartChoice::default(), Metric::from_code(value));
        match name {
            MODE => self.mode = value.parse().unwrap_or_default(),
            PAGES => self.all_pages = value == ALL_PAGES,
            SORT => self.sort = value.parse().unwrap_or_default(),
            COLUMNS => self.columns = Column::list(value),
            SELECTED => {
                self.selected.clear();
                for id in value.split(',').filter_map(|id| id.parse().ok()) {
                    if !self.selected.contains(&id) && !self.is_full() {
                        self.selected.push(id);
                    }
                }
            }
            BASE => self.base = value.parse().ok(),
            CHART => self.chart.kind = value.parse().unwrap_or_default(),
            FIGURE => self.chart.metric = metric.unwrap_or(usual.metric),
            ACROSS => self.chart.across = metric.unwrap_or(usual.across),
            SCALE => self.chart.log = value != LINEAR,
            _ => {
                self.filter.read(name, value);
            }
        }
    }
}
