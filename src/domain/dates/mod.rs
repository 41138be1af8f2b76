//! Calendar days and ages.

pub mod age;
pub mod day;
