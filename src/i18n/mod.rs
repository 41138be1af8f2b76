//! Every text of the page, in each language.
//!
//! [`texts`] has a struct for each feature; `en` and `zh` fill them in, a file a feature. [`boot`] has the
//! texts of the page before the program is there.

pub mod boot;
mod en;
mod language;
pub mod texts;
mod zh;

pub use en::EN;
pub use en::metrics::metric as english_metric;
pub use language::Language;
pub use texts::Texts;
pub use zh::ZH;
