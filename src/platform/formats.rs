//! Numbers, money, dates and ages in the reader's language, by the browser's own `Intl`. Callers choose the language.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::dates::age::AgeUnit;
use crate::domain::metrics::{Metric, Unit};

/// What is shown for an unknown number.
pub const UNKNOWN: &str = "—";

/// Numbers from here on have a short form.
const SHORT_FROM: u64 = 10_000;

/// The formatters of one language, made once.
#[derive(Clone)]
pub struct Formats {
    compact: Function,
    exact: Function,
    money_compact: Function,
    money_exact: Function,
    money_whole: Function,
    money_small: Function,
    percent: Function,
    difference: Function,
    decimal: Function,
    precise: Function,
    date: Function,
    day: Function,
    age: Intl::RelativeTimeFormat,
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
            percent: number(&[("style", "percent"), ("maximumSignificantDigits", "3")]),
            difference: number(&[
                ("style", "percent"),
                ("maximumSignificantDigits", "3"),
                ("signDisplay", "exceptZero"),
            ]),
            decimal: number(&[("maximumSignificantDigits", "3")]),
            precise: number(&[("maximumSignificantDigits", "6")]),
            date: moment(&[("dateStyle", "medium"), ("timeStyle", "short")]),
            day: moment(&[("dateStyle", "medium")]),
            age: Intl::RelativeTimeFormat::new(&locales, &options(&[("numeric", "always")])),
        }
    }

    /// `33.6M`, `3363.6万`; in full below ten thousand, where short forms save nothing.
    pub fn compact(&self, value: Option<u64>) -> String {
        match value {
            Some(SHORT_FROM..) => call(&self.compact, value.map(|value| value as f64)),
            _ => self.exact(value),
        }
    }

    /// `33,635,675`.
    pub fn exact(&self, value: Option<u64>) -> String {
        call(&self.exact, value.map(|value| value as f64))
    }

    /// US dollars as `$133.6K`; whole dollars below ten thousand, with cents below a thousand.
    pub fn money_compact(&self, value: Option<f64>) -> String {
        match value {
            Some(large) if large >= SHORT_FROM as f64 => call(&self.money_compact, value),
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

    /// A metric in its unit, short: `33.6M`, `$133.6K`, `2.77%`, `0.133`, `2:44`.
    pub fn metric(&self, metric: Metric, value: Option<f64>) -> String {
        match metric.unit() {
            Unit::Count => self.compact(value.map(|value| value as u64)),
            Unit::Dollars => self.money_compact(value),
            Unit::Percent => self.percent(value),
            Unit::Ratio => match value {
                Some(large) if large >= SHORT_FROM as f64 => call(&self.compact, value),
                _ => self.decimal(value),
            },
            Unit::Seconds => length(value),
        }
    }

    /// The same with all the digits that are worth reading: `33,635,675`, `$133,621.60`, `2.76906%`.
    pub fn metric_exactly(&self, metric: Metric, value: Option<f64>) -> String {
        match metric.unit() {
            Unit::Count => call(&self.exact, value),
            Unit::Dollars => self.money(value),
            Unit::Percent | Unit::Ratio => self.precise(value),
            Unit::Seconds => length(value),
        }
    }

    /// Six significant digits, for what stands beside a formula: `0.133162`.
    pub fn precise(&self, value: Option<f64>) -> String {
        call(&self.precise, value)
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

fn call(format: &Function, value: Option<f64>) -> String {
    match value {
        Some(value) => text(format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value))),
        None => UNKNOWN.to_owned(),
    }
}

/// Seconds as minutes and seconds, and hours where there are any.
fn length(seconds: Option<f64>) -> String {
    let Some(seconds) = seconds.map(|seconds| seconds as u64) else {
        return UNKNOWN.to_owned();
    };
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// What is smaller than the floor, and not nothing, shows as being below it.
fn floored(format: &Function, value: Option<f64>, floor: f64) -> String {
    match value {
        Some(small) if small > 0.0 && small < floor => ["<", &call(format, Some(floor))].concat(),
        _ => call(format, value),
    }
}

fn moment(format: &Function, seconds: u64) -> String {
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    text(format.call1(&JsValue::UNDEFINED, &date))
}

fn text(result: Result<JsValue, JsValue>) -> String {
    result
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_else(|| UNKNOWN.to_owned())
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // A digit string does for a number: `Intl` converts it.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}
