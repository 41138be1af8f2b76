//! Prints measurements as a Markdown table for docs/hosting.md.

use super::wrk::{Measurements, Row};

/// The ratios compare with the first row: by requests/s, and by processor time, which varies less on a busy machine.
pub fn print(title: &str, rows: &[Row], measurements: &[Measurements]) {
    println!("\n{title}\n");
    println!(
        "| | requests/s | p50 ms | p99 ms | processor µs per request | ratio | by processor |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let first = measurements[0];
    for (row, measured) in rows.iter().zip(measurements) {
        println!(
            "| {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} |",
            row.name,
            measured.per_second,
            measured.p50,
            measured.p99,
            measured.cpu,
            measured.per_second / first.per_second,
            first.cpu / measured.cpu
        );
    }
}
