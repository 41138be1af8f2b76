//! The security headers, on whatever is answered.

use std::collections::BTreeMap;

use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, question};
use crate::support::fake_api::Fault;
use crate::support::hosts::{Kind, dist};
use crate::support::rows;

on_both!(every_answer_has_them);

/// What the page may do, and nothing may do to it.
#[test]
fn the_files_for_static_hosts_have_them() {
    let all = promised();
    for (name, value) in [
        ("strict-transport-security", "max-age=31536000"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(all.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(all["permissions-policy"].contains("camera=()"));
    let policy = &all["content-security-policy"];
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    let page = std::fs::read_to_string(dist().join("index.html")).unwrap();
    let of_the_page = policy.trim_end_matches("; frame-ancestors 'none'");
    assert!(page.contains(of_the_page), "{of_the_page}");
}

async fn every_answer_has_them(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let promised = promised();
    let script = hashed_script();
    let mut answers = Vec::new();
    for path in [
        "",
        "index.html",
        "config.json",
        "favicon.svg",
        "healthz",
        "nothing-here",
        "api/",
        &script,
    ] {
        answers.push((path, env.get(path).await));
    }
    let url = env.api_url(&question(&rows::id(1)));
    answers.push(("answer", env.ask_about(&rows::id(1)).await));
    answers.push(("kept answer", env.ask_about(&rows::id(1)).await));
    answers.push(("400", env.ask("").await));
    answers.push(("401", Answer::of(env.stranger(&url)).await));
    answers.push(("401 page", Answer::of(env.stranger(&env.url(""))).await));
    answers.push(("405", Answer::of(env.request(Method::POST, &url)).await));
    answers.push((
        "405 page",
        Answer::of(env.request(Method::POST, &env.url(""))).await,
    ));
    env.api.next(Fault::ResetConnection);
    answers.push(("502", env.ask_about(&rows::id(2)).await));
    for (what, answer) in &answers {
        for (name, value) in &promised {
            let sent: Vec<_> = answer.headers.get_all(name).iter().collect();
            assert_eq!(
                sent.len(),
                1,
                "{name} on {what} ({}): {sent:?}",
                answer.status
            );
            // What is no page may be told to do nothing at all.
            let is_policy = name == "content-security-policy";
            let strictest = "default-src 'none'; frame-ancestors 'none'";
            let as_promised = sent[0] == value.as_str() || is_policy && sent[0] == strictest;
            assert!(as_promised, "{name} on {what}: {:?}", sent[0]);
        }
        let server = answer.header("server").unwrap_or_default();
        assert!(!server.contains(char::is_numeric), "{what}: {server}");
    }
    let (_, page) = &answers[0];
    assert_eq!(
        page.header("content-security-policy"),
        promised.get("content-security-policy").map(String::as_str)
    );
}

/// The headers for every path in `_headers`, by lower-case name.
fn promised() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(dist().join("_headers"))
        .expect("dist/_headers: run make dist first");
    let mut lines = text.lines().skip_while(|line| *line != "/*").skip(1);
    let mut all = BTreeMap::new();
    while let Some((name, value)) = lines
        .next()
        .and_then(|line| line.strip_prefix("  ")?.split_once(": "))
    {
        let name = name.to_ascii_lowercase();
        if name != "cache-control" {
            all.insert(name, value.to_owned());
        }
    }
    all
}

/// The name of a program file of the build.
pub fn hashed_script() -> String {
    let names = std::fs::read_dir(dist()).unwrap().flatten();
    let mut names: Vec<_> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with("clipcart-") && name.ends_with(".js"))
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names.remove(0)
}
