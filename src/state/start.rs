//! What must be known before the page is drawn: the deployment's `config.json`, and ids that are too many for an
//! address.

use crate::api::client;
use crate::domain::deployment::Deployment;
use crate::domain::query::url::ParsedUrl;
use crate::domain::runs::record::RunRecord;
use crate::domain::search::error::SearchError;
use crate::storage::runs;

/// Why the deployment's settings are not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigProblem {
    /// No response came within so many seconds.
    TimedOut(u32),
    /// The connection failed.
    NotReached,
    /// The server answered with this HTTP status.
    Status(u16),
    /// The file was read; an English message says what is wrong in it.
    Invalid(String),
}

/// The deployment's settings. A missing file means direct mode; one that can't be had or read is an
/// error: a proxy's page must not turn into one that asks for keys.
pub async fn deployment() -> Result<Deployment, ConfigProblem> {
    let response = client::fetch_asset("config.json").await;
    match response.map_err(not_loaded)? {
        response if response.status == 404 || response.status == 410 => Ok(Deployment::default()),
        // Hosts that answer every unknown path with the page itself have no such file either.
        response if response.body.trim_start().starts_with("<!") => Ok(Deployment::default()),
        response if response.status == 200 => {
            Deployment::from_json(&response.body).map_err(ConfigProblem::Invalid)
        }
        response => Err(ConfigProblem::Status(response.status)),
    }
}

/// The address with the ids that it names only by their key.
pub async fn with_saved_list(parsed: ParsedUrl) -> ParsedUrl {
    let Some(key) = &parsed.list else {
        return parsed;
    };
    let record = runs::get(key).await;
    let record = record.and_then(|json| serde_json::from_str::<RunRecord>(&json).ok());
    match record {
        Some(record) => parsed.with_ids(record.ids),
        None => parsed.without_list(),
    }
}

fn not_loaded(error: SearchError) -> ConfigProblem {
    match error {
        SearchError::Timeout(seconds) => ConfigProblem::TimedOut(seconds),
        _ => ConfigProblem::NotReached,
    }
}
