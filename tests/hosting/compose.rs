//! Compares `deploy/compose.yaml` with the files that it refers to: the image, the start script and the guide. Docker
//! itself is not needed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::guide;
use super::settings::{of_nginx, program};
use crate::support::hosts::{check_nginx, dist};

const COMPOSE: &str = "deploy/compose.yaml";
const CONTAINERFILE: &str = "deploy/nginx/Containerfile";
const SERVICE: &str = "clipcart";

fn compose() -> Value {
    serde_norway::from_str(&program(COMPOSE)).unwrap()
}

fn service() -> Value {
    compose()["services"][SERVICE].clone()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(list: &Value) -> Vec<&str> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).collect()
}

/// The rest of the line of the Containerfile that begins with this, without what continues it.
fn instruction(start: &str) -> String {
    let text = program(CONTAINERFILE);
    let found = text.lines().find_map(|line| line.strip_prefix(start));
    let found = found.unwrap_or_else(|| panic!("{CONTAINERFILE} has no {start}"));
    found.trim_end_matches('\\').trim().to_owned()
}

#[test]
fn the_image_is_built_from_this_checkout_and_pinned() {
    let service = service();
    let context = root()
        .join("deploy")
        .join(text(&service["build"]["context"]));
    assert_eq!(context.canonicalize().unwrap(), root());
    assert_eq!(service["build"]["dockerfile"], CONTAINERFILE);
    let image = format!("{SERVICE}:{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(service["image"], image.as_str());
    let (_, tag) = instruction("FROM ").rsplit_once(':').map_or_else(
        || panic!("the base image has no tag"),
        |(name, tag)| (name.to_owned(), tag.to_owned()),
    );
    let (major, minor) = tag.split_once('.').expect("a point release");
    assert_eq!(
        major, "12",
        "the guide and the tests have this Debian's nginx"
    );
    assert!(minor.starts_with(|c: char| c.is_ascii_digit()), "{tag}");
    // What it copies is not ignored.
    let ignored = program(".dockerignore");
    for line in program(CONTAINERFILE).lines() {
        let Some(copied) = line.strip_prefix("COPY ") else {
            continue;
        };
        let from = copied.split(' ').next().unwrap_or_default();
        assert!(ignored.contains(&format!("!{from}\n")), "{from}");
    }
}

#[test]
fn it_names_only_settings_that_the_start_script_reads() {
    let service = service();
    let environment = service["environment"].as_object().unwrap();
    let known: BTreeSet<String> = of_nginx().into_keys().collect();
    for name in environment.keys() {
        // Its default is nothing, so that the script has no line for it.
        assert!(known.contains(name) || name == "KEYAPI_KEY_FILE", "{name}");
    }
    // The rest is in the file of settings: a name here would win over that.
    assert_eq!(environment.len(), 2, "{environment:?}");
}

/// No secret is in the environment, where `docker inspect` shows it.
#[test]
fn the_key_is_a_secret_and_a_file() {
    let (compose, service) = (compose(), service());
    let files = [("KEYAPI_KEY_FILE", "key"), ("CLIPCART_USERS_FILE", "users")];
    let mut names = Vec::new();
    for (setting, file) in files {
        let path = text(&service["environment"][setting]);
        let name = path.strip_prefix("/run/secrets/").unwrap();
        let source = text(&compose["secrets"][name]["file"]);
        assert_eq!(source, format!("{FOLDER}/{file}"));
        names.push(name);
    }
    assert_eq!(texts(&service["secrets"]), names);
    assert_eq!(texts(&service["env_file"]), [format!("{FOLDER}/settings")]);
    assert!(service["environment"].get("KEYAPI_KEY").is_none());
    assert!(!program(COMPOSE).contains("CLIPCART_USERS:"));
}

/// As the guide's other ways have it.
const FOLDER: &str = "${CLIPCART_SETTINGS_DIR:-/etc/clipcart}";

#[test]
fn it_writes_only_to_its_volume_and_is_reached_from_this_machine_only() {
    let (compose, service) = (compose(), service());
    let volumes = texts(&service["volumes"]);
    let [volume] = volumes[..] else {
        panic!("{volumes:?}");
    };
    let (name, path) = volume.split_once(':').unwrap();
    assert!(compose["volumes"].get(name).is_some(), "{name}");
    assert_eq!(path, of_nginx()["CLIPCART_STATE"]);
    assert_eq!(path, instruction("VOLUME "));
    assert_eq!(service["read_only"], true);
    assert_eq!(texts(&service["cap_drop"]), ["ALL"]);
    assert_eq!(texts(&service["security_opt"]), ["no-new-privileges:true"]);
    assert_eq!(instruction("USER "), "www-data");
    let listens = instruction("ENV CLIPCART_LISTEN=0.0.0.0:");
    assert_eq!(instruction("EXPOSE "), listens);
    let expected = format!("127.0.0.1:8080:{listens}");
    assert_eq!(texts(&service["ports"]), [expected]);
}

#[test]
fn its_health_check_is_the_images() {
    let service = service();
    let command = serde_json::to_string(&service["healthcheck"]["test"]).unwrap();
    let of_image = program(CONTAINERFILE);
    let (_, of_image) = of_image.split_once("  CMD ").unwrap();
    let of_image = of_image.lines().next().unwrap().replace(", ", ",");
    assert_eq!(command.replace("\"CMD\",", ""), of_image);
    let script = texts(&service["healthcheck"]["test"])[2];
    let script = script.strip_prefix("/opt/clipcart/").unwrap();
    assert!(root().join(script).is_file(), "{script}");
}

/// The start script accepts the container's environment, with this machine's files in place of the mounted ones.
#[test]
fn the_start_script_accepts_its_environment() {
    let service = service();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("compose");
    std::fs::create_dir_all(&folder).unwrap();
    let mut environment = vec![
        ("CLIPCART_DIST".to_owned(), dist().display().to_string()),
        ("CLIPCART_LISTEN".to_owned(), listen_of_the_image()),
    ];
    for (name, value) in service["environment"].as_object().unwrap() {
        let secret = text(value).rsplit('/').next().unwrap();
        let file = folder.join(secret);
        std::fs::write(&file, "anna:{PLAIN}x\n").unwrap();
        environment.push((name.clone(), file.display().to_string()));
    }
    let environment: Vec<_> = environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let (starts, said) = check_nginx(&environment);
    assert!(starts, "{said}");
    std::fs::remove_dir_all(folder).unwrap();
}

fn listen_of_the_image() -> String {
    instruction("ENV CLIPCART_LISTEN=")
}

#[test]
fn the_guide_says_how_to_start_it() {
    let commands: String = guide::blocks()
        .iter()
        .filter(|block| block.is_shell())
        .map(|block| block.text.as_str())
        .collect();
    let start = format!("docker compose -f {COMPOSE} up -d --build");
    assert!(commands.contains(&start), "{start}");
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
