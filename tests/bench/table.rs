//! Prints the machine and the measurements as Markdown tables.

use std::fs;

use super::rounds::{Measured, ROUNDS, median};

/// What a reader of the numbers has to know.
pub fn facts() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = info
        .lines()
        .filter_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let (count, model) = (models.clone().count(), models.clone().next());
    let model = model.map_or("unnamed processor", |(_, model)| model);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    format!(
        "{model}, {count} cores, load {load} before; Chromium without a graphics card, 1280 × 900.\n\
         Milliseconds until it is painted, in brackets the page's own work in them; medians of {ROUNDS} and more."
    )
}

pub fn print(sizes: &[u64], measured: &[Measured]) {
    head("rows", sizes);
    for (place, row) in measured[0].rows.iter().enumerate() {
        let rows = measured.iter().map(|measured| &measured.rows[place]);
        let cells = rows.map(|row| format!("{:.0} ({:.1})", row.painted(), row.work()));
        line(row.name, cells);
    }
    head("elements in the document", sizes);
    for (place, (view, _)) in measured[0].elements.iter().enumerate() {
        line(
            view,
            measured
                .iter()
                .map(|measured| measured.elements[place].1.to_string()),
        );
    }
    head("frames while the table scrolls, ms", sizes);
    let frames = |of: fn(&[f64]) -> f64| {
        measured
            .iter()
            .map(move |measured| format!("{:.1}", of(&measured.frames)))
    };
    line("median", frames(|times| median(times.iter().copied())));
    line(
        "worst",
        frames(|times| times.iter().copied().fold(0.0, f64::max)),
    );
    line("late frames", frames(late));
}

/// The number of frames that were late at 60 frames per second.
fn late(times: &[f64]) -> f64 {
    times
        .iter()
        .filter(|time| **time > 1_000.0 / 60.0 * 1.5)
        .count() as f64
}

fn head(title: &str, sizes: &[u64]) {
    println!(
        "\n| {title} |{}",
        sizes
            .iter()
            .map(|size| format!(" {size} |"))
            .collect::<String>()
    );
    println!("| --- |{}", " ---: |".repeat(sizes.len()));
}

fn line(name: &str, cells: impl Iterator<Item = String>) {
    println!(
        "| {name} |{}",
        cells.map(|cell| format!(" {cell} |")).collect::<String>()
    );
}
