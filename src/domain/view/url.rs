//! A view's parameters in a URL, so that a link shows the same to a colleague. Defaults are left out, to keep links
//! short. Unknown and malformed parameters are ignored: nothing is spent on a view.
//!
//! Their names start with `cc_`, since chats and trackers add parameters of their own to a link, such as `from`. Links
//! that were made before have the names without it.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::{ChartChoice, Mode, View};
use crate::domain::dates::day::Day;
use crate::domain::filter::url as filter_url;
use crate::domain::ids::VideoId;
use crate::domain::metrics::Metric;
use crate::domain::query::url as query_url;
use crate::domain::rows::column::Column;

/// What the names of all parameters start with.
const PREFIX: &str = "cc_";
const MODE: &str = "cc_view";
const PAGES: &str = "cc_pages";
const ALL_PAGES: &str = "all";
const SORT: &str = "cc_sort";
const COLUMNS: &str = "cc_columns";
const SELECTED: &str = "cc_selected";
const BASELINE: &str = "cc_base";
const CHART: &str = "cc_chart";
// These two names are in links that people have saved.
const METRIC: &str = "cc_figure";
const X_METRIC: &str = "cc_across";
const SCALE: &str = "cc_scale";
const LINEAR: &str = "linear";

/// The parameters that mean the same for other videos.
const FOR_ANY_VIDEOS: [&str; 7] = [MODE, SORT, COLUMNS, CHART, METRIC, X_METRIC, SCALE];
/// The parameters that only make sense for the same videos. The filter's are among them, too.
const FOR_THESE_VIDEOS: [&str; 3] = [PAGES, SELECTED, BASELINE];

/// The view's parameters in a query string, each with a `&` before it, as they are written there. With
/// `same_videos` false, without those that only make sense for the same videos.
#[must_use]
pub fn view_params(search: &str, same_videos: bool) -> String {
    filter_params(search, |param, name| {
        let is_plain = param
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"=,.:-_*+%!".contains(&byte));
        let for_any = FOR_ANY_VIDEOS.contains(&name);
        let for_these = FOR_THESE_VIDEOS.contains(&name) || filter_url::NAMES.contains(&name);
        let is_wanted = match same_videos {
            true => for_any || for_these,
            // A comparison is of selected videos.
            false => for_any && param != format!("{MODE}={}", Mode::Compare.into_str()),
        };
        is_plain && is_wanted
    })
}

/// The query's parameters in a query string, with a "?" before them.
#[must_use]
pub fn query_params(search: &str) -> String {
    let params = filter_params(search, |_, name| query_url::NAMES.contains(&name));
    match params.strip_prefix('&') {
        Some(params) => format!("?{params}"),
        None => params,
    }
}

/// The wanted parameters of a query string, each with a `&` before it. `is_wanted` gets the parameter and its name.
fn filter_params(search: &str, is_wanted: impl Fn(&str, &str) -> bool) -> String {
    let search = search.strip_prefix('?').unwrap_or(search);
    let mut wanted = String::new();
    for param in search.split('&').filter(|param| !param.is_empty()) {
        let name = param.split('=').next().unwrap_or_default();
        if is_wanted(param, name) {
            wanted.push('&');
            wanted.push_str(param);
        }
    }
    wanted
}

/// The columns as URLs and the browser's storage have them: codes separated by commas.
#[must_use]
pub fn columns_text(columns: &[Column]) -> String {
    let codes: Vec<&str> = columns.iter().map(|column| column.code()).collect();
    codes.join(",")
}

impl fmt::Display for View {
    /// The parameters that differ from the defaults, each with a `&` before it, to follow a query's parameters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = Self::default();
        let mut write = |name: &str, value: &str, is_default: bool| match is_default {
            true => Ok(()),
            false => write!(f, "&{name}={value}"),
        };
        write(MODE, self.mode.into_str(), self.mode == default.mode)?;
        write(PAGES, ALL_PAGES, !self.all_pages)?;
        write(SORT, &self.sort.to_string(), self.sort == default.sort)?;
        let columns = self.columns.as_deref().map(columns_text);
        write(
            COLUMNS,
            columns.as_deref().unwrap_or_default(),
            columns.is_none(),
        )?;
        let ids: Vec<String> = self.selected.iter().map(VideoId::to_string).collect();
        write(SELECTED, &ids.join(","), ids.is_empty())?;
        if let Some(baseline) = self.baseline {
            write(BASELINE, &baseline.to_string(), false)?;
        }
        let (chart, default) = (&self.chart, default.chart);
        write(CHART, chart.kind.into_str(), chart.kind == default.kind)?;
        write(METRIC, chart.metric.code(), chart.metric == default.metric)?;
        let is_default = chart.x_metric == default.x_metric;
        write(X_METRIC, chart.x_metric.code(), is_default)?;
        write(SCALE, LINEAR, chart.log)?;
        self.filter.fmt(f)
    }
}

impl FromStr for View {
    type Err = Infallible;

    /// Reads a complete query string, with its "?" or without. Other parameters than a view's are ignored.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut view = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        let params: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
        let is_old = !params.iter().any(|(name, _)| name.starts_with(PREFIX))
            && params
                .iter()
                .any(|(name, _)| query_url::NAMES.contains(&&**name));
        for (name, value) in params {
            // WeChat adds it.
            if is_old && name == "from" && value.parse::<Day>().is_err() {
                continue;
            }
            match is_old {
                true => view.read_param(&format!("{PREFIX}{name}"), &value),
                false => view.read_param(&name, &value),
            }
        }
        let is_selected = |baseline: &VideoId| view.selected.contains(baseline);
        view.baseline = view.baseline.filter(is_selected);
        Ok(view)
    }
}

impl View {
    fn read_param(&mut self, name: &str, value: &str) {
        let (default, metric) = (ChartChoice::default(), Metric::from_code(value));
        match name {
            MODE => self.mode = value.parse().unwrap_or_default(),
            PAGES => self.all_pages = value == ALL_PAGES,
            SORT => self.sort = value.parse().unwrap_or_default(),
            COLUMNS => self.columns = Some(Column::list(value)),
            SELECTED => {
                self.selected.clear();
                for id in value.split(',').filter_map(|id| id.parse().ok()) {
                    if !self.selected.contains(&id) && !self.is_full() {
                        self.selected.push(id);
                    }
                }
            }
            BASELINE => self.baseline = value.parse().ok(),
            CHART => self.chart.kind = value.parse().unwrap_or_default(),
            METRIC => self.chart.metric = metric.unwrap_or(default.metric),
            X_METRIC => self.chart.x_metric = metric.unwrap_or(default.x_metric),
            SCALE => self.chart.log = value != LINEAR,
            _ => {
                self.filter.read_param(name, value);
            }
        }
    }
}
