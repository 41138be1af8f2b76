//! Figures as a table in Markdown, ready for docs/hosting.md.

use super::wrk::{Figures, Row};

/// The ratios are of the first row: by requests/s, and by processor time, which is the steadier on a busy machine.
pub fn print(title: &str, rows: &[Row], figures: &[Figures]) {
    println!("\n{title}\n");
    println!("| | requests/s | p50 ms | p99 ms | processor µs a request | ratio | by processor |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let first = figures[0];
    for (row, figures) in rows.iter().zip(figures) {
        println!(
            "| {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} |",
            row.name,
            figures.per_second,
            figures.p50,
            figures.p99,
            figures.cpu,
            figures.per_second / first.per_second,
            first.cpu / figures.cpu
        );
    }
}
