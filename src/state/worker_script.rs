//! The script of the worker that makes and reads files.

use crate::api::client;
use crate::platform::worker::script;

/// Its address, if it is there as it was published.
pub async fn worker_script() -> Option<String> {
    let script = script()?;
    let is_published = client::is_published(&script.url, &script.integrity).await;
    is_published.then_some(script.url)
}
