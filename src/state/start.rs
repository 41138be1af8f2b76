//! Owns: what must be known before the page can be drawn. Refuses: starting on settings that it cannot
//! read: a wrong `config.json` is said, not guessed around.

use crate::api::client;
use crate::domain::deployment::Deployment;

/// The deployment's settings. A missing file means direct mode; one that can't be had or read is an
/// error: a proxy's page must not turn into one that asks for keys.
pub async fn deployment() -> Result<Deployment, String> {
    let reply = client::own_file("config.json").await;
    match reply.map_err(|_| "the connection failed".to_owned())? {
        reply if reply.status == 404 || reply.status == 410 => Ok(Deployment::default()),
        // Hosts that answer every unknown path with the page itself have no such file either.
        reply if reply.body.trim_start().starts_with("<!") => Ok(Deployment::default()),
        reply if reply.status == 200 => Deployment::from_json(&reply.body),
        reply => Err(["HTTP ", &reply.status.to_string()].concat()),
    }
}
