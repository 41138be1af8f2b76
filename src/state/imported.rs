//! The columns of the file that a search's ids are from. They are stored beside the search, for its next visit.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::search::Search;
use crate::domain::ids::VideoIds;
use crate::domain::imports::ImportedColumns;
use crate::storage::runs;

/// The columns of the current search.
#[derive(Clone, Copy)]
pub struct Imported {
    pub columns: RwSignal<Arc<ImportedColumns>>,
    /// Those of the search that comes next, with the key of its ids.
    next: StoredValue<Option<(String, ImportedColumns)>>,
    key: Memo<Option<String>>,
}

/// The key of a search's columns, beside that of its record.
pub fn columns_key(key: &str) -> String {
    format!("{key}/columns")
}

impl Imported {
    pub fn new(search: Search) -> Self {
        let key = Memo::new(move |_| {
            let url = search.url();
            let query = url.query.filter(|_| !url.sample);
            query.map(|query| query.ids().key())
        });
        let imported = Self {
            columns: RwSignal::default(),
            next: StoredValue::new(None),
            key,
        };
        Effect::new(move || imported.open(key.get()));
        imported
    }

    /// Takes the columns of a search that comes next.
    pub fn prepare(self, ids: &VideoIds, columns: Option<ImportedColumns>) {
        let key = ids.key();
        let is_current = self
            .key
            .with_untracked(|current| current.as_ref() == Some(&key));
        self.next
            .set_value(columns.map(|columns| (key.clone(), columns)));
        if is_current {
            self.open(Some(key));
        }
    }

    fn open(self, key: Option<String>) {
        let next = self.next.try_update_value(Option::take).flatten();
        self.columns.set(Arc::default());
        let Some(key) = key else { return };
        if let Some((_, columns)) = next.filter(|(of, _)| *of == key) {
            if let Ok(json) = serde_json::to_string(&columns) {
                spawn_local(async move { runs::put(&columns_key(&key), &json).await });
            }
            self.columns.set(columns.into());
            return;
        }
        spawn_local(async move {
            let json = runs::get(&columns_key(&key)).await;
            let columns = json.and_then(|json| serde_json::from_str::<ImportedColumns>(&json).ok());
            let is_current = self.key.try_get_untracked().flatten().as_ref() == Some(&key);
            if let Some(columns) = columns.filter(|_| is_current) {
                self.columns.set(columns.into());
            }
        });
    }
}
