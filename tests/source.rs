//! The deployment's `config.json`: its fields, their defaults, and that no error in it is
//! ignored.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::deployment::{CompanionPaths, Deployment, InvalidBase, KEYAPI, Mode, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

fn source(mode: Mode, base: &str) -> Option<Source> {
    Some(Source::new(mode, base).unwrap())
}

#[track_caller]
fn read(config: &Value) -> Deployment {
    Deployment::from_json(&config.to_string()).unwrap_or_else(|error| panic!("{config}: {error}"))
}

#[test]
fn a_complete_file() {
    let deployment = read(&json!({
        "api": {"mode": "proxy", "base": "https://proxy.example/keyapi/"},
        "ids_per_request": 25,
        "auto_run": false,
    }));
    let expected = Deployment {
        source: source(Mode::Proxy, "https://proxy.example/keyapi"),
        ids_per_request: 25,
        auto_run: false,
        companions: CompanionPaths::default(),
    };
    assert_eq!(deployment, expected);
}

#[test]
fn missing_fields_have_defaults() {
    let usual = Deployment {
        source: None,
        ids_per_request: 10,
        auto_run: true,
        companions: CompanionPaths::default(),
    };
    assert_eq!(Deployment::default(), usual);
    let sources = [
        (json!({}), None),
        (
            json!({"api": null, "ids_per_request": null, "auto_run": null}),
            None,
        ),
        (json!({"theme": "dark", "later": {"than": ["this"]}}), None),
        (
            json!({"api": {"mode": "direct"}}),
            source(Mode::Direct, KEYAPI),
        ),
        (
            json!({"api": {"mode": "direct", "base": null}}),
            source(Mode::Direct, KEYAPI),
        ),
        (
            json!({"api": {"mode": "proxy"}}),
            source(Mode::Proxy, "/api"),
        ),
        (
            json!({"api": {"mode": "proxy", "key": "x"}}),
            source(Mode::Proxy, "/api"),
        ),
    ];
    for (config, source) in sources {
        let expected = Deployment {
            source,
            ..usual.clone()
        };
        assert_eq!(read(&config), expected, "{config}");
    }
    assert_eq!(
        Source::default(),
        source(Mode::Direct, "https://api.keyapi.ai").unwrap()
    );
}

#[test]
fn each_field_is_optional() {
    for limit in [1, 10, 200] {
        let deployment = read(&json!({"ids_per_request": limit}));
        assert_eq!(
            deployment,
            Deployment {
                ids_per_request: limit,
                ..Deployment::default()
            }
        );
    }
    for auto_run in [true, false] {
        let deployment = read(&json!({"auto_run": auto_run}));
        assert_eq!(
            deployment,
            Deployment {
                auto_run,
                ..Deployment::default()
            }
        );
    }
}

#[test]
fn errors_name_the_field() {
    let cases = [
        (json!([]), "object"),
        (json!(null), "object"),
        (json!("direct"), "object"),
        (json!({"api": {}}), "api.mode"),
        (json!({"api": "proxy"}), "api.mode"),
        (json!({"api": {"base": "/api"}}), "api.mode"),
        (json!({"api": {"mode": "Proxy"}}), "api.mode"),
        (json!({"api": {"mode": "sample"}}), "api.mode"),
        (json!({"api": {"mode": 1}}), "api.mode"),
        (json!({"api": {"mode": "proxy", "base": 1}}), "api.base"),
        (json!({"api": {"mode": "proxy", "base": {}}}), "api.base"),
        (
            json!({"api": {"mode": "proxy", "base": "http://proxy.example"}}),
            "api.base",
        ),
        (
            json!({"api": {"mode": "direct", "base": "//evil.example"}}),
            "api.base",
        ),
        (json!({"ids_per_request": 0}), "ids_per_request"),
        (json!({"ids_per_request": 201}), "ids_per_request"),
        (json!({"ids_per_request": -1}), "ids_per_request"),
        (json!({"ids_per_request": 1.5}), "ids_per_request"),
        (json!({"ids_per_request": "10"}), "ids_per_request"),
        (json!({"auto_run": "yes"}), "auto_run"),
        (json!({"auto_run": 1}), "auto_run"),
    ];
    for (config, name) in cases {
        let error = Deployment::from_json(&config.to_string()).unwrap_err();
        assert!(error.contains(name), "{config}: {error}");
    }
    for text in [
        "",
        "{",
        "{'api': 1}",
        "{\"auto_run\": true,}",
        "<html>",
        "// a comment\n{}",
    ] {
        let error = Deployment::from_json(text).unwrap_err();
        assert!(error.contains("line"), "says where in {text:?}: {error}");
    }
}

#[test]
fn a_base_is_https_or_a_path_or_on_this_machine() {
    let good = [
        ("https://api.keyapi.ai", "https://api.keyapi.ai"),
        ("https://api.keyapi.ai/", "https://api.keyapi.ai"),
        (
            "  https://proxy.example:8443/a/b//  ",
            "https://proxy.example:8443/a/b",
        ),
        ("HTTPS://Proxy.Example", "HTTPS://Proxy.Example"),
        ("/api", "/api"),
        ("/api/", "/api"),
        ("api", "api"),
        ("./api", "./api"),
        ("../api", "../api"),
        ("/", ""),
        ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
        ("http://localhost", "http://localhost"),
        ("http://localhost/api/", "http://localhost/api"),
        ("http://[::1]:80", "http://[::1]:80"),
    ];
    for (base, kept) in good {
        for mode in [Mode::Direct, Mode::Proxy] {
            let source = Source::new(mode, base).unwrap_or_else(|_| panic!("{base}"));
            assert_eq!((source.mode(), source.base()), (mode, kept), "{base}");
        }
    }
    let bad = [
        "https://",
        "https:///x",
        "https://:443",
        "https:/x",
        "https:x",
        "http://proxy.example",
        "http://localhost.evil.example",
        "http://localhost@evil.example",
        "http://127.0.0.1.evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://user:password@proxy.example",
        "https://proxy.example/?x=1",
        "/api?x=1",
        "/api#x",
        "/a b",
        "/a\nb",
        "/中文",
        "javascript:alert(1)",
        "data:,x",
        "ftp://x.example",
        "file:///x",
        "localhost:8787",
    ];
    for base in bad {
        assert_eq!(Source::new(Mode::Proxy, base), Err(InvalidBase), "{base:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_settings_or_an_error(text in "\\PC{0,60}") {
        if let Err(reason) = Deployment::from_json(&text) {
            prop_assert!(!reason.is_empty());
        }
    }

    #[test]
    fn no_base_is_plain_http_elsewhere(base in "(https?:)?[/\\\\]{0,3}[a-z.@:]{0,12}\\PC{0,4}") {
        if let Ok(source) = Source::new(Mode::Direct, &base) {
            let kept = source.base();
            prop_assert!(!kept.starts_with("//") && !kept.contains(['@', '\\', '?', '#', ' ']));
            prop_assert!(!kept.ends_with('/'));
            let scheme = kept.split_once(':').map(|(scheme, _)| scheme);
            let local = ["http://localhost", "http://127.0.0.1"];
            let is_local = local.iter().any(|host| kept.starts_with(host));
            prop_assert!(scheme.is_none_or(|scheme| scheme == "https" || is_local), "{}", kept);
        }
    }
}
