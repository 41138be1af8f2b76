//! Session and local storage. Where it is blocked or full, reading finds nothing and writing reports a failure; it
//! never panics, which `gloo-storage` does.

use web_sys::Storage;

/// Which storage.
#[derive(Clone, Copy)]
pub enum Store {
    /// `sessionStorage`, deleted when the tab is closed.
    Tab,
    /// `localStorage`.
    Browser,
}

impl Store {
    pub fn get(self, key: &str) -> Option<String> {
        self.open()?.get_item(key).ok()?
    }

    /// Whether the value was stored.
    pub fn set(self, key: &str, value: &str) -> bool {
        self.open()
            .is_some_and(|storage| storage.set_item(key, value).is_ok())
    }

    pub fn remove(self, key: &str) {
        if let Some(storage) = self.open() {
            // Nothing depends on it: a value that cannot be removed cannot be read either.
            let _ = storage.remove_item(key);
        }
    }

    /// The keys that start with `prefix`.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let Some(storage) = self.open() else {
            return Vec::new();
        };
        (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(prefix))
            .collect()
    }

    fn open(self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self {
            Self::Tab => window.session_storage().ok()?,
            Self::Browser => window.local_storage().ok()?,
        }
    }
}
