//! Everything that a page leaves where others could read it: URL, storage, document, console.

use serde_json::{Value, json};

use super::page::Page;

const COLLECT: &str = r#"
    const traces = {
        address: location.href,
        referrer: document.referrer,
        title: document.title,
        name: window.name,
        state: JSON.stringify(history.state),
        entries: (window.navigation?.entries() ?? []).map((entry) => [entry.url, entry.getState()]),
        cookies: document.cookie,
        local: { ...localStorage },
        session: { ...sessionStorage },
        document: document.documentElement.outerHTML,
        fields: [...document.querySelectorAll("input, textarea, select")].map((field) => field.value),
        links: [...document.links].map((link) => link.href),
        resources: performance.getEntries().map((entry) => entry.name),
        console: window.watchedLines ?? [],
        caches: [],
        databases: [],
    };
    if (window.caches) {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            traces.caches.push(name, (await cache.keys()).map((request) => request.url));
        }
    }
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    for (const { name } of (await indexedDB.databases?.()) ?? []) {
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const objects = database.transaction(store).objectStore(store);
            traces.databases.push(name, store, await asked(objects.getAll()), await asked(objects.getAllKeys()));
        }
        database.close();
    }
    return traces;
"#;

impl Page {
    /// The traces by place, as JSON. In Chromium also the browser's log.
    pub async fn traces(&self) -> Value {
        let mut traces = self.run_async(COLLECT, vec![]).await;
        traces["problems"] = json!(self.problems().await);
        if self.browser.is_chromium() {
            traces["heard"] = json!(self.heard());
        }
        traces
    }
}
