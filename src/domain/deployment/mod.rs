//! The settings of a deployment: `config.json`, beside the page.

pub mod api_key;
mod companions;
mod source;

use serde::Deserialize;

pub use self::companions::{Companion, CompanionPaths};
pub use self::source::{InvalidBase, KEYAPI, Mode, Source};

/// The settings of a deployment.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "DeploymentConfig")]
pub struct Deployment {
    /// The data source, if the deployment sets it. Otherwise the user chooses one.
    pub source: Option<Source>,
    /// How many ids are known to work in one request. The form warns if there are more.
    pub ids_per_request: usize,
    /// Whether a link with a query runs it when it is opened.
    pub auto_run: bool,
    /// The calls beside the one for videos.
    pub companions: CompanionPaths,
}

impl Default for Deployment {
    fn default() -> Self {
        Self {
            source: None,
            ids_per_request: 10,
            auto_run: true,
            companions: CompanionPaths::default(),
        }
    }
}

impl Deployment {
    /// Reads `config.json`. Missing and `null` fields have their defaults, unknown fields are ignored.
    ///
    /// # Errors
    /// What is wrong, and where, for the site's administrator.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let mut json = serde_json::Deserializer::from_str(text);
        let deployment =
            serde_path_to_error::deserialize(&mut json).map_err(|error| error.to_string())?;
        json.end().map_err(|error| error.to_string())?;
        Ok(deployment)
    }

    /// The URL of a call beside the one for videos, without its parameter; `None` if the call is off.
    #[must_use]
    pub fn companion_url(&self, companion: Companion, source: &Source) -> Option<String> {
        let is_fixed = self.source.is_some();
        self.companions.url(companion, source, is_fixed)
    }
}

/// `config.json`.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct DeploymentConfig {
    api: Option<Source>,
    ids_per_request: Option<usize>,
    auto_run: Option<bool>,
    covers: Option<String>,
    products: Option<String>,
    links: Option<String>,
}

impl TryFrom<DeploymentConfig> for Deployment {
    type Error = String;

    fn try_from(config: DeploymentConfig) -> Result<Self, String> {
        let default = Self::default();
        let ids_per_request = config.ids_per_request.unwrap_or(default.ids_per_request);
        if !(1..=200).contains(&ids_per_request) {
            return Err("`ids_per_request` must be a whole number from 1 to 200".to_owned());
        }
        let companions = CompanionPaths::new(config.covers, config.products, config.links)?;
        Ok(Self {
            source: config.api,
            companions,
            ids_per_request,
            auto_run: config.auto_run.unwrap_or(default.auto_run),
        })
    }
}
