//! The machine: its description, its load, and the assignment of cores.
//!
//! All servers get one core and wrk gets another, so that the numbers are those of one core without wrk's own work. With a
//! single core they share it, and the output says so.

use std::collections::HashMap;
use std::fs;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use super::wrk::output;

/// The unit of processor time in /proc, on all machines that Debian supports.
const TICK: Duration = Duration::from_millis(10);

static CLIENTS_CORE: OnceLock<Option<usize>> = OnceLock::new();

/// Assigns one core to this process and all servers that it starts, if there is another core for wrk.
pub fn assign_cores() {
    let (servers, client) = match cores()[..] {
        [servers, client, ..] => (servers, client),
        _ => return,
    };
    let id = std::process::id().to_string();
    output(Command::new("taskset").args(["-c", "-p", &servers.to_string(), &id]));
    CLIENTS_CORE.set(Some(client)).unwrap();
}

/// A command that runs on the core for clients.
pub fn client(program: &str) -> Command {
    let Some(Some(core)) = CLIENTS_CORE.get() else {
        return Command::new(program);
    };
    let mut command = Command::new("taskset");
    command.args(["-c", &core.to_string(), program]);
    command
}

/// What a reader of the numbers has to know.
pub fn facts() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unnamed processor", |(_, name)| name);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let versions = [("nginx", "-v"), ("wrk", "-v")].map(|(program, option)| {
        let said = output(Command::new(program).arg(option));
        let line = said.lines().next().unwrap_or_default();
        line.split(" [").next().unwrap_or_default().to_owned()
    });
    let place = match CLIENTS_CORE.get() {
        Some(_) => "all servers on one core, wrk on another",
        None => "servers and wrk on the same core, which distorts",
    };
    format!(
        "{model}, {} cores, load {load} before; {place}\n{}",
        fs::read_to_string("/proc/stat").map_or(0, |stat| stat.matches("\ncpu").count()),
        versions.join("; ")
    )
}

/// The processor time of all running descendants of this process.
pub fn servers_time() -> Duration {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.parse::<u32>().ok());
        let stat = fs::read_to_string(entry.path().join("stat"));
        if let (Some(id), Ok(stat)) = (id, stat) {
            parents.extend(parent_and_time(&stat).map(|found| (id, found)));
        }
    }
    let ours = |mut id: u32| {
        while let Some((parent, _)) = parents.get(&id) {
            if *parent == std::process::id() {
                return true;
            }
            id = *parent;
        }
        false
    };
    let times = parents.iter().filter(|(id, _)| ours(**id));
    times.map(|(_, (_, ticks))| TICK * *ticks).sum()
}

/// The fields of a process's line in /proc behind its name, which may contain anything.
fn parent_and_time(stat: &str) -> Option<(u32, u32)> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |at: usize| fields.get(at)?.parse::<u32>().ok();
    Some((number(1)?, number(11)? + number(12)?))
}

/// The cores that this process may use, as in "0-3,8".
fn cores() -> Vec<usize> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let list = status
        .lines()
        .find_map(|line| line.strip_prefix("Cpus_allowed_list:"))
        .unwrap_or_default();
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Some(first.parse().ok()?..=last.parse().ok()?)
    };
    list.trim().split(',').filter_map(range).flatten().collect()
}
