//! Kills the browser of one session, as a crash or the system would: all its processes at once, and no others.

use std::collections::HashMap;
use std::process::Command;

use super::page::Page;
use super::wait::eventually;

impl Page {
    /// Kills the browser. The profile can be opened again. This page is of no more use.
    ///
    /// # Panics
    /// If the page is not of [`TestEnv::open_in_profile`](super::TestEnv::open_in_profile): the browser is found by the
    /// folder of its profile.
    pub async fn kill_browser(&self) {
        let profile = self.profile.as_ref().expect("a profile of its own");
        self.collect_problems().await;
        let argument = profile.argument();
        let pids = family(&argument);
        assert!(!pids.is_empty(), "no browser runs with {argument}");
        kill(&pids);
        eventually("the browser to be gone", async || {
            // What was started meanwhile.
            let rest = family(&argument);
            if !rest.is_empty() {
                kill(&rest);
            }
            !pids.iter().chain(&rest).any(|pid| is_running(*pid))
        })
        .await;
        drop(self.driver.lock().unwrap().take());
        profile.forget_browser();
    }

    /// Whether [`Page::kill_browser`] was called.
    pub(super) fn is_killed(&self) -> bool {
        self.driver.lock().unwrap().is_none()
    }
}

/// The processes with this argument, then all that descend from them.
fn family(argument: &str) -> Vec<u32> {
    let all = processes();
    let mut family: Vec<u32> = all.keys().copied().collect();
    family.retain(|pid| has_argument(*pid, argument));
    let mut next = 0;
    while next < family.len() {
        let parent = family[next];
        let children = all.iter().filter(|(_, its)| **its == parent);
        let children: Vec<u32> = children.map(|(pid, _)| *pid).collect();
        let new = children.into_iter().filter(|pid| !family.contains(pid));
        let new: Vec<u32> = new.collect();
        family.extend(new);
        next += 1;
    }
    family
}

/// Every process with its parent.
fn processes() -> HashMap<u32, u32> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter_map(|pid| Some((pid, stat(pid)?.1))).collect()
}

/// The state and the parent of a process, if it exists.
fn stat(pid: u32) -> Option<(char, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name before it is in brackets and may contain anything.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace();
    let state = fields.next()?.chars().next()?;
    Some((state, fields.next()?.parse().ok()?))
}

fn has_argument(pid: u32, argument: &str) -> bool {
    let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    // Chromium joins the arguments of some of its processes with spaces.
    line.split(|byte| matches!(byte, 0 | b' '))
        .any(|other| other == argument.as_bytes())
}

/// A zombie is not running: its driver has not noticed yet.
fn is_running(pid: u32) -> bool {
    stat(pid).is_some_and(|(state, _)| !matches!(state, 'Z' | 'X'))
}

fn kill(pids: &[u32]) {
    let pids = pids.iter().map(u32::to_string);
    // Some may have ended already, which the status would say.
    let _ = Command::new("sh")
        .args(["-c", r#"kill -KILL "$@" 2>/dev/null"#, "kill"])
        .args(pids)
        .status();
}
