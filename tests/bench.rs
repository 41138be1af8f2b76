//! `make bench`: measures the release build in Chromium, with 10, 1,000 and 10,000 rows, a shared link opened
//! cold, and runs of 10,000 ids.
//!
//! It prints tables of medians. With `CLIPCART_CHECK=1` it fails if a letter in the filter or a paste takes longer than
//! its limit.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[allow(
    dead_code,
    unused_imports,
    reason = "the journeys' harness, of which the bench uses a part"
)]
#[path = "e2e/harness/mod.rs"]
mod harness;

#[path = "bench"]
mod parts {
    pub mod cold;
    pub mod page;
    pub mod rounds;
    pub mod rows;
    pub mod runs;
    pub mod table;
}

use harness::{Browser, Setup};
use parts::rounds::Measured;
use parts::{cold, rounds, runs, table};

/// The numbers of rows in a response.
const SIZES: [u64; 3] = [10, 1_000, 10_000];

/// The limit for a letter in the filter with the most rows, in milliseconds.
const LIMIT: f64 = 50.0;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", table::facts());
    let mut measured: Vec<Measured> = Vec::new();
    for count in SIZES {
        Setup::proxy(Browser::FullChromium)
            .run(async |env| measured.push(rounds::run(env, count).await))
            .await;
    }
    table::print(&SIZES, &measured);
    cold::run().await;
    let paste_is_quick = runs::run().await;
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
    if std::env::var_os("CLIPCART_CHECK").is_some() && (slowest > LIMIT || !paste_is_quick) {
        println!("That is too long.");
        std::process::exit(1);
    }
}
