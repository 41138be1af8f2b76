//! A temporary folder with a copy of a checkout after `make dist`, and a shell in it that runs the guide's commands.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::guide;
use crate::support::hosts;

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);
/// Printed by the shell when the tests may check.
const LOOK: &str = "== ready for the checks";

/// Deleted when dropped.
#[derive(Debug)]
pub struct Place(PathBuf);

impl Place {
    /// In a folder that all users can enter, since nginx's user must.
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("clipcart-hosting-{}-{number}", std::process::id());
        let place = Self(std::env::temp_dir().join(name));
        std::fs::create_dir_all(place.path("checkout/dist")).unwrap();
        let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
        copy(&deploy, &place.path("checkout"));
        copy(&hosts::dist().join("."), &place.path("checkout/dist"));
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn read(&self, name: &str) -> String {
        let path = self.path(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Runs the guide's commands of this name in the checkout, with these lines as input. Returns when the tests may check.
    pub fn run(&self, name: &str, typed: &str, environment: &[(&str, String)]) -> Shell {
        let (before, after) = guide::commands(name);
        // Ends everything that a command has started, in any case.
        let script = format!(
            "set -eu\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n\
             {before}\necho '{LOOK}'\nread -r _\n{after}\n\
             test -z \"$(jobs -rp)\" || {{ echo 'a command is still running'; exit 1; }}\n"
        );
        std::fs::write(self.path("commands"), script).unwrap();
        let path = std::env::var("PATH").unwrap();
        let mut child = Command::new("bash")
            .arg(self.path("commands"))
            .current_dir(self.path("checkout"))
            .env_clear()
            .env("PATH", format!("{path}:/usr/sbin:/sbin"))
            .env("HOME", &self.0)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(typed.as_bytes()).unwrap();
        let printed = Arc::new(Mutex::new(String::new()));
        let readers = vec![
            reader(child.stdout.take().unwrap(), &printed),
            reader(child.stderr.take().unwrap(), &printed),
        ];
        let mut shell = Shell {
            child,
            stdin: Some(stdin),
            printed,
            readers,
        };
        shell.until_it_may_be_looked_at();
        shell
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running shell. Ends when dropped, with everything that it has started.
#[derive(Debug)]
pub struct Shell {
    child: Child,
    stdin: Option<ChildStdin>,
    printed: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Shell {
    /// The output so far.
    pub fn printed(&self) -> String {
        self.printed.lock().unwrap().clone()
    }

    fn until_it_may_be_looked_at(&mut self) {
        let began = Instant::now();
        while !self.printed().contains(LOOK) {
            let ended = self.child.try_wait().unwrap();
            assert!(
                ended.is_none() && began.elapsed() < DEADLINE,
                "a command of the guide fails ({ended:?}):\n{}",
                self.printed()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs the commands after the checks.
    pub fn finish(mut self) {
        writeln!(self.stdin.as_mut().unwrap()).unwrap();
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}:\n{}", self.printed());
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        // At the end of its input the shell ends, and its trap ends what it has started.
        drop(self.stdin.take());
        let _ = self.child.wait();
        for reader in self.readers.drain(..) {
            let _ = reader.join();
        }
    }
}

/// Records a stream line by line.
fn reader(stream: impl Read + Send + 'static, printed: &Arc<Mutex<String>>) -> JoinHandle<()> {
    let printed = Arc::clone(printed);
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let mut printed = printed.lock().unwrap();
            printed.push_str(&line);
            printed.push('\n');
        }
    })
}

fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").arg("-R").args([from, to]).status();
    assert!(
        status.unwrap().success(),
        "{} can't be copied: is make dist done?",
        from.display()
    );
}
