//! Runs wrk, the load generator of Debian, in rounds, and takes the median of each row.
//!
//! A run with a failed request is an error: refusals are fast and would distort the numbers.

use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use super::machine;

pub const CONNECTIONS: u32 = 32;
pub const SECONDS: u32 = 2;
pub const ROUNDS: usize = 3;
/// The distance between the first ids of two runs; more than the videos of any run.
const APART: u64 = 1_000_000_000;

/// The requests of one row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    pub name: String,
    url: String,
    headers: Vec<String>,
    fresh: bool,
}

/// One run.
#[derive(Debug, Clone, Copy)]
pub struct Measurements {
    pub per_second: f64,
    /// Milliseconds.
    pub p50: f64,
    pub p99: f64,
    /// The servers' processor time per request, in microseconds. Other load on the machine hardly changes it.
    pub cpu: f64,
}

impl Row {
    pub fn new(name: &str, url: &str) -> Self {
        Self {
            name: name.to_owned(),
            url: url.to_owned(),
            headers: Vec::new(),
            fresh: false,
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push(format!("{name}: {value}"));
        self
    }

    /// Each request is another query.
    pub fn fresh(mut self) -> Self {
        self.fresh = true;
        self
    }

    /// Runs wrk once.
    fn run(&self) -> Measurements {
        static RUNS: AtomicU64 = AtomicU64::new(0);
        let number = RUNS.fetch_add(1, Ordering::Relaxed) * APART;
        let script = if self.fresh { "fresh" } else { "report" };
        let mut command = machine::client("wrk");
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["--threads=1", "--timeout=10s"])
            .arg(format!("--connections={CONNECTIONS}"))
            .arg(format!("--duration={SECONDS}s"))
            .arg(format!("--script=tests/load/{script}.lua"))
            .args(self.headers.iter().map(|header| format!("-H{header}")))
            .args([&self.url, "--", &number.to_string()]);
        let before = machine::servers_time();
        let said = output(&mut command);
        let cpu = machine::servers_time() - before;
        let [requests, micros, p50, p99, failed] = measured(&said)
            .unwrap_or_else(|| panic!("{}: wrk measured nothing: {said}", self.name));
        assert!(requests > 0.0 && failed == 0.0, "{}: {said}", self.name);
        Measurements {
            per_second: requests / micros * 1e6,
            p50: p50 / 1e3,
            p99: p99 / 1e3,
            cpu: cpu.as_secs_f64() / requests * 1e6,
        }
    }
}

/// Measures the rows in rounds, so that other load on the machine affects all of them. Returns the median of each.
pub async fn measure(rows: &[Row], health: &str) -> Vec<Measurements> {
    let mut rounds: HashMap<usize, Vec<Measurements>> = HashMap::new();
    for _ in 0..ROUNDS {
        for (at, row) in rows.iter().enumerate() {
            // This response arrives when the work of the run before is finished.
            let answer = crate::support::http::client().get(health).send();
            assert_eq!(answer.await.unwrap().status(), 200, "{health}");
            rounds.entry(at).or_default().push(row.run());
        }
    }
    let median = |at| {
        let mut runs = rounds.remove(&at).unwrap();
        runs.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
        runs[runs.len() / 2]
    };
    (0..rows.len()).map(median).collect()
}

fn measured(said: &str) -> Option<[f64; 5]> {
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("MEASURED "))?;
    let numbers: Vec<f64> = line.split(' ').filter_map(|n| n.parse().ok()).collect();
    numbers.try_into().ok()
}

/// The output of a program.
pub fn output(command: &mut Command) -> String {
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{:?}: {error}", command.get_program()));
    // nginx prints its version on standard error.
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}
