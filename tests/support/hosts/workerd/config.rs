//! Makes workerd's configuration from a deployment's settings and `wrangler.toml`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Settings, root};

const TEMPLATE: &str = include_str!("config.capnp");
/// The configuration for Cloudflare.
const WRANGLER: &str = include_str!("../../../../deploy/worker/wrangler.toml");
/// The Worker's main module.
const MAIN: &str = "deploy/worker/worker.js";

pub fn text(settings: &Settings, place: &Path) -> String {
    let filled = [
        ("@DIST@", path(&settings.dist)),
        ("@ASSETS@", quoted(&assets(settings).to_string())),
        ("@MODULES@", modules()),
        (
            "@DATE@",
            quoted(setting("compatibility_date").as_str().unwrap()),
        ),
        ("@LIMIT@", settings.client_per_minute.to_string()),
        ("@SETTINGS@", bindings(settings)),
        ("@OBJECTS@", path(&place.join("objects"))),
        ("@UPSTREAM@", upstream(settings)),
    ];
    let fill = |text: String, (name, value): (&str, String)| text.replace(name, &value);
    filled.into_iter().fold(TEMPLATE.to_owned(), fill)
}

/// The secrets, which workerd reads from its environment, so that they are in no file.
pub fn secrets(settings: &Settings) -> [(&'static str, String); 2] {
    let line = |(name, password): &(String, String)| format!("{name}:{password}");
    let users: Vec<String> = settings.users.iter().map(line).collect();
    [
        ("KEYAPI_KEY", settings.key.clone()),
        ("CLIPCART_USERS", users.join("\n")),
    ]
}

fn bindings(settings: &Settings) -> String {
    let sign_in = if settings.sign_in {
        "basic"
    } else {
        "elsewhere"
    };
    let vars = [
        ("KEYAPI_BASE", settings.upstream.clone()),
        ("CLIPCART_PREFIX", settings.prefix.clone()),
        ("CLIPCART_SIGN_IN", sign_in.to_owned()),
        ("CLIPCART_DAILY", settings.daily.to_string()),
        ("CLIPCART_CACHE_SECONDS", settings.cache_seconds.to_string()),
        ("CLIPCART_STALE_SECONDS", settings.stale_seconds.to_string()),
        (
            "CLIPCART_TIMEOUT_SECONDS",
            settings.timeout_seconds.to_string(),
        ),
        ("CLIPCART_LINKS_BASE", settings.links.clone()),
    ];
    let vars = vars.into_iter().chain(settings.more.iter().cloned());
    let vars = vars.map(|(name, value)| format!("(name = \"{name}\", text = {}),", quoted(&value)));
    let secrets = secrets(settings)
        .map(|(name, _)| format!("(name = \"{name}\", fromEnvironment = \"{name}\"),"));
    vars.chain(secrets).collect()
}

/// The settings of `wrangler.toml`, with its advice for a sub-path.
fn assets(settings: &Settings) -> Value {
    let first = match settings.prefix.as_str() {
        "/" => setting("run_worker_first"),
        _ => Value::Bool(true),
    };
    json!({
        "html_handling": setting("html_handling"),
        "not_found_handling": setting("not_found_handling"),
        "run_worker_first": first,
        "headers": fs::read_to_string(settings.dist.join("_headers")).ok(),
        "ignore": fs::read_to_string(settings.dist.join(".assetsignore")).ok(),
    })
}

/// All scripts of the Worker by their path in the repository, so that their imports resolve.
fn modules() -> String {
    let mut names = vec![MAIN.to_owned()];
    for folder in ["deploy/worker", "deploy/proxy"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
            if name.ends_with(".js") && name != MAIN {
                names.push(name);
            }
        }
    }
    let module = |name| format!("(name = \"{name}\", esModule = embed \"/{name}\"),");
    names.iter().map(module).collect()
}

/// The only server that the Worker can reach. A name resolves to this machine, and must match the certificate.
fn upstream(settings: &Settings) -> String {
    let (scheme, authority) = settings.upstream.split_once("://").unwrap();
    let (name, port) = authority.rsplit_once(':').unwrap();
    if scheme == "http" {
        return format!("(address = \"{name}:{port}\", http = ())");
    }
    let trusted = match &settings.ca {
        Some(file) => {
            let pem = fs::read_to_string(file).unwrap();
            format!("trustedCertificates = [{}]", quoted(&pem))
        }
        None => "trustBrowserCas = true".to_owned(),
    };
    format!(
        "(address = \"127.0.0.1:{port}\", https = (tlsOptions = ({trusted}), certificateHost = \"{name}\"))"
    )
}

/// A value of `wrangler.toml`, which must be on one line and valid JSON.
fn setting(name: &str) -> Value {
    let value = WRANGLER
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "))
        .unwrap_or_else(|| panic!("wrangler.toml does not say {name}"));
    serde_json::from_str(value).unwrap_or_else(|error| panic!("wrangler.toml's {name}: {error}"))
}

fn path(path: &Path) -> String {
    quoted(path.to_str().unwrap())
}

/// Text quoted for Cap'n Proto's schema language. For the texts here JSON's quoting is the same.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
