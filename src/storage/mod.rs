//! What the browser stores for the page: settings, the answers that are already paid for, and the records of runs.
//!
//! `response_cache`, `runs` and `companions` are what other layers use for answers, runs, and what belongs to them. Below
//! them, `migrations` makes the database, `database` holds the connection, `answers` reads and writes in it, `index` knows
//! in memory what is there, `saving` moves answers between the two, `tabs` tells other tabs, and `changes` tells this page.

pub mod answers;
pub mod changes;
pub mod companions;
pub mod database;
pub mod index;
pub mod keep;
pub mod migrations;
pub mod records;
pub mod response_cache;
pub mod runs;
pub mod saving;
pub mod tabs;
pub mod web_storage;
