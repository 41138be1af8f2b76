//! Numbers, money, dates, ages and names of regions in the reader's language, by the browser's own `Intl`. Callers choose
//! the language.

mod intl;
mod metric;

use js_sys::{Array, Function, Intl};
use wasm_bindgen::JsValue;

pub use self::intl::UNKNOWN;
use self::intl::{DisplayNames, call, moment, options};
use crate::domain::dates::age::AgeUnit;

/// Numbers from here on have a short form.
const SHORT_FROM: f64 = 10_000.0;

/// The formatters of one language, made once.
#[derive(Clone)]
pub struct Formats {
    compact: Function,
    exact: Function,
    money_compact: Function,
    money_exact: Function,
    money_whole: Function,
    money_small: Function,
    money_full: Function,
    money_precise: Function,
    percent: Function,
    percent_precise: Function,
    difference: Function,
    decimal: Function,
    precise: Function,
    seconds: Function,
    date: Function,
    day: Function,
    age: Intl::RelativeTimeFormat,
    regions: DisplayNames,
}

impl Formats {
    /// For a language tag such as `en` or `zh-Hans`.
    pub fn new(tag: &str) -> Self {
        let locales = Array::of1(&JsValue::from_str(tag));
        let number =
            |pairs: &[(&str, &str)]| Intl::NumberFormat::new(&locales, &options(pairs)).format();
        let moment =
            |pairs: &[(&str, &str)]| Intl::DateTimeFormat::new(&locales, &options(pairs)).format();
        const DOLLARS: [(&str, &str); 3] = [
            ("style", "currency"),
            ("currency", "USD"),
            ("currencyDisplay", "narrowSymbol"),
        ];
        let money = |more: &[(&str, &str)]| number(&[&DOLLARS, more].concat());
        Self {
            compact: number(&[("notation", "compact"), ("maximumFractionDigits", "1")]),
            exact: number(&[]),
            money_compact: money(&[("notation", "compact"), ("maximumFractionDigits", "1")]),
            money_exact: money(&[]),
            money_whole: money(&[("maximumFractionDigits", "0")]),
            money_small: money(&[("maximumSignificantDigits", "2")]),
            money_full: money(&[
                ("minimumFractionDigits", "2"),
                ("maximumFractionDigits", "3"),
            ]),
            money_precise: money(&[("maximumSignificantDigits", "6")]),
            percent: number(&[("style", "percent"), ("maximumSignificantDigits", "3")]),
            percent_precise: number(&[("style", "percent"), ("maximumSignificantDigits", "6")]),
            difference: number(&[
                ("style", "percent"),
                ("maximumSignificantDigits", "3"),
                ("signDisplay", "exceptZero"),
            ]),
            decimal: number(&[("maximumSignificantDigits", "3")]),
            precise: number(&[("maximumSignificantDigits", "6")]),
            seconds: number(&[
                ("style", "unit"),
                ("unit", "second"),
                ("unitDisplay", "long"),
            ]),
            date: moment(&[("dateStyle", "medium"), ("timeStyle", "short")]),
            day: moment(&[("dateStyle", "medium")]),
            age: Intl::RelativeTimeFormat::new(&locales, &options(&[("numeric", "auto")])),
            regions: DisplayNames::new(&locales, &options(&[("type", "region")])),
        }
    }

    /// `33.6M`, `3363.6万`; in full below ten thousand, where short forms save nothing.
    pub fn compact(&self, value: Option<u64>) -> String {
        self.count(value.map(|value| value as f64))
    }

    /// The same for a count, or for a median of counts, which may be between two whole numbers.
    fn count(&self, value: Option<f64>) -> String {
        match value {
            Some(large) if large >= SHORT_FROM => call(&self.compact, value),
            _ => call(&self.exact, value),
        }
    }

    /// `33,635,675`.
    pub fn exact(&self, value: Option<u64>) -> String {
        call(&self.exact, value.map(|value| value as f64))
    }

    /// US dollars as `$133.6K`; whole dollars below ten thousand, with cents below a thousand.
    pub fn money_compact(&self, value: Option<f64>) -> String {
        match value {
            Some(large) if large >= SHORT_FROM => call(&self.money_compact, value),
            Some(middle) if middle >= 1000.0 => call(&self.money_whole, value),
            _ => self.money(value),
        }
    }

    /// `$133,621.60`; below a cent two digits, such as `$0.0034`.
    pub fn money(&self, value: Option<f64>) -> String {
        match value {
            Some(small) if small > 0.0 && small < 0.01 => call(&self.money_small, value),
            _ => call(&self.money_exact, value),
        }
    }

    /// A fraction as `2.77%`; below a thousandth of a percent as `<0.001%`.
    pub fn percent(&self, fraction: Option<f64>) -> String {
        floored(&self.percent, fraction, 0.000_01)
    }

    /// A fraction of something else as `+25%` or `-3.2%`.
    pub fn difference(&self, fraction: f64) -> String {
        call(&self.difference, Some(fraction))
    }

    /// Three significant digits: `0.133`; below a thousandth as `<0.001`.
    pub fn decimal(&self, value: Option<f64>) -> String {
        floored(&self.decimal, value, 0.001)
    }

    /// A region's name by its code, such as `Malaysia` for `MY`, if the browser knows it.
    pub fn region(&self, code: &str) -> Option<String> {
        let name = self.regions.of(code).ok()?.as_string()?;
        (name != code).then_some(name)
    }

    /// Unix seconds as date and time in the reader's zone.
    pub fn date(&self, seconds: u64) -> String {
        moment(&self.date, seconds)
    }

    /// Unix seconds as a date in the reader's zone.
    pub fn day(&self, seconds: u64) -> String {
        moment(&self.day, seconds)
    }

    /// `5 months ago`.
    pub fn ago(&self, (amount, unit): (u64, AgeUnit)) -> String {
        let unit = match unit {
            AgeUnit::Minute => "minute",
            AgeUnit::Hour => "hour",
            AgeUnit::Day => "day",
            AgeUnit::Month => "month",
            AgeUnit::Year => "year",
        };
        self.age.format(-(amount as f64), unit).into()
    }
}

/// What is smaller than the floor, and not nothing, shows as being below it.
fn floored(format: &Function, value: Option<f64>, floor: f64) -> String {
    match value {
        Some(small) if small > 0.0 && small < floor => ["<", &call(format, Some(floor))].concat(),
        _ => call(format, value),
    }
}
