//! Texts that several features share.

pub struct CommonTexts {
    pub cancel: &'static str,
    pub close: &'static str,
    /// While the code of a part of the page is loaded.
    pub loading: &'static str,
    pub part_not_loaded: &'static str,
    pub try_again: &'static str,
    pub try_again_in: fn(seconds: u64) -> String,
    pub copied: &'static str,
    /// Above a field to copy from, where the browser refuses to copy.
    pub copy_by_hand: &'static str,
    pub request_id: &'static str,
    pub copy_request_id: &'static str,
    pub region_unknown: &'static str,
    /// A region's name and its code.
    pub region: fn(name: &str, code: &str) -> String,
    /// A name and its value: "GMV: 100".
    pub labeled: fn(label: &str, value: &str) -> String,
    /// Several phrases in one line.
    pub list: fn(items: &[String]) -> String,
}
