//! The folder of a browser's profile that survives its browser.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Makes the names of folders unique in this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Removed when dropped.
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    pub fn new() -> Self {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("clipcart-profile-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    /// The argument that makes Chromium use it, and by which its processes are found.
    pub fn argument(&self) -> String {
        format!("--user-data-dir={}", self.folder.display())
    }

    /// Removes what a killed browser leaves: the driver would read the port of the old one.
    pub fn forget_browser(&self) {
        for file in ["DevToolsActivePort", "SingletonLock"] {
            let _ = std::fs::remove_file(self.folder.join(file));
        }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A browser that is closing may still write into it.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        eprintln!("{} stays", self.folder.display());
    }
}
