//! The search form.

pub mod field_problem;
pub mod folded_form;
pub mod ids_field;
pub mod ids_report;
pub mod open_file;
pub mod opened_file;
pub mod paging_field;
pub mod query_form;
pub mod short_links;
pub mod submit;
pub mod url_faults;
