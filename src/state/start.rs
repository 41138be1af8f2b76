//! Owns: what must be known before the page can be drawn. Refuses: starting on settings that it cannot
//! read: a wrong `config.json` is said, not guessed around.

use crate::api::client;
use crate::domain::source::Deployment;

/// The deployment's settings. A missing file means direct mode; a malformed one is an error, in the
/// reader's words.
pub async fn deployment() -> Result<Deployment, String> {
    match client::own_file("config.json").await {
        // Hosts that answer every unknown path with the page itself have no such file either.
        Ok(reply) if reply.status == 200 && !reply.body.trim_start().starts_with("<!") => {
            Deployment::from_json(&reply.body)
        }
        _ => Ok(Deployment::default()),
    }
}
