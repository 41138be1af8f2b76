//! How fast the page is with 10, 1 000 and 10 000 rows, in Chromium, on the release build: `make bench`.
//!
//! Owns: the fake API before a real browser, and a table of medians. Refuses: judging, unless it is asked to by
//! `CLIPCART_CHECK=1`: then it fails where a letter in the filter takes longer than it may.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[allow(
    dead_code,
    unused_imports,
    reason = "the journeys' harness, of which this takes a part"
)]
#[path = "e2e/harness/mod.rs"]
mod harness;

#[path = "bench"]
mod parts {
    pub mod page;
    pub mod rounds;
    pub mod rows;
    pub mod table;
}

use harness::{Browser, Setup};
use parts::rounds::Measured;
use parts::{rounds, table};

/// How many rows an answer has.
const SIZES: [u64; 3] = [10, 1_000, 10_000];

/// The longest that the filter may take with the most rows, in milliseconds.
const LIMIT: f64 = 50.0;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", table::facts());
    let mut measured: Vec<Measured> = Vec::new();
    for count in SIZES {
        Setup::proxy(Browser::Chromium)
            .run(async |env| measured.push(rounds::run(env, count).await))
            .await;
    }
    table::print(&SIZES, &measured);
    let last = measured.last().unwrap();
    let filters = last
        .rows
        .iter()
        .filter(|row| row.name.starts_with("filter"));
    let slowest = filters.map(|row| row.painted()).fold(0.0, f64::max);
    println!(
        "\nA letter in the filter, {} rows: {slowest:.0} ms at most, of {LIMIT} ms.",
        SIZES[2]
    );
    if std::env::var_os("CLIPCART_CHECK").is_some() && slowest > LIMIT {
        println!("That is too long.");
        std::process::exit(1);
    }
}
