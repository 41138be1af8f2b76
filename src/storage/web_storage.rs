//! Owns: the tab's and the browser's small stores. Refuses: telling why one is not there; a store that
//! is blocked or full reads as empty, and a write that fails says so.

use web_sys::Storage;

/// Which store: gone with the tab, or kept.
#[derive(Clone, Copy)]
pub enum Store {
    Tab,
    Browser,
}

impl Store {
    pub fn get(self, name: &str) -> Option<String> {
        self.open()?.get_item(name).ok()?
    }

    /// Whether the value was kept.
    pub fn set(self, name: &str, value: &str) -> bool {
        self.open()
            .is_some_and(|store| store.set_item(name, value).is_ok())
    }

    pub fn remove(self, name: &str) {
        let _ = self.open().map(|store| store.remove_item(name));
    }

    /// The names that begin so.
    pub fn names(self, prefix: &str) -> Vec<String> {
        let Some(store) = self.open() else {
            return Vec::new();
        };
        (0..store.length().unwrap_or(0))
            .filter_map(|index| store.key(index).ok().flatten())
            .filter(|name| name.starts_with(prefix))
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
