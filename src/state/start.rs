//! Loads the deployment's `config.json`, which must be known before the page is drawn.

use crate::api::client;
use crate::domain::deployment::Deployment;

/// The deployment's settings. A missing file means direct mode; one that can't be had or read is an
/// error: a proxy's page must not turn into one that asks for keys.
pub async fn deployment() -> Result<Deployment, String> {
    let response = client::fetch_asset("config.json").await;
    match response.map_err(|_| "the connection failed".to_owned())? {
        response if response.status == 404 || response.status == 410 => Ok(Deployment::default()),
        // Hosts that answer every unknown path with the page itself have no such file either.
        response if response.body.trim_start().starts_with("<!") => Ok(Deployment::default()),
        response if response.status == 200 => Deployment::from_json(&response.body),
        response => Err(["HTTP ", &response.status.to_string()].concat()),
    }
}
