//! The key, and what people ask, are in no answer, no header and no log.

use reqwest::Method;

use super::proxy_env::{Answer, KEY, ProxyEnv, question};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    the_key_is_nowhere,
    the_log_has_a_line_a_request_and_no_query,
);

async fn the_key_is_nowhere(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| {
        settings.cache_seconds = 1;
        settings.timeout_seconds = 1;
        settings.daily = 15;
    })
    .await;
    let mut answers = Vec::new();
    for path in [
        "",
        "index.html",
        "config.json",
        "healthz",
        "_headers",
        "nothing",
        "api/",
        "worker.js",
        ".env",
        "nginx.conf",
        "../nginx.conf",
    ] {
        answers.push(env.get(path).await);
    }
    for odd in [
        Fault::status(401, "apiKey is invalid"),
        Fault::status(401, &format!("apiKey {KEY} is invalid")),
        Fault::code(401, &format!("Bearer {KEY} is invalid")),
        Fault::DataIs(serde_json::json!([{"video_desc": KEY}])),
        Fault::status(500, "ill"),
        Fault::NotJson,
        Fault::TruncatedJson,
        Fault::ResetConnection,
        Fault::Hang,
        Fault::Drip,
        Fault::Huge(1_500_000),
        Fault::Redirect("https://elsewhere.example/".to_owned()),
    ] {
        env.api.next(odd);
        answers.push(env.ask_about(&rows::id(1)).await);
    }
    for id in [1, 1, 2, 3, 4, 5, 6, 7] {
        answers.push(env.ask_about(&rows::id(id)).await);
    }
    answers.push(env.ask("").await);
    let url = env.api_url(&question(&rows::id(1)));
    for request in [
        env.stranger(&url),
        env.request(Method::POST, &url),
        env.request(Method::GET, &url)
            .header("Sec-Fetch-Site", "cross-site"),
        env.request(Method::TRACE, &url),
    ] {
        answers.push(Answer::of(request).await);
    }
    assert!(!env.upstream().is_empty());
    for answer in &answers {
        let all = format!("{:?} {}", answer.headers, answer.text);
        assert!(!all.contains(KEY), "{all}");
    }
    let written = env.host.written();
    assert!(!written.is_empty());
    assert!(!written.contains(KEY));
}

async fn the_log_has_a_line_a_request_and_no_query(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    env.ask_about(&id).await.assert_good(&id, "MISS");
    env.ask_about(&id).await.assert_good(&id, "HIT");
    env.ask(&format!("{}&api_key=pasted-by-mistake", question(&id)))
        .await;
    let url = env.api_url(&question(&id));
    let request = env
        .stranger(&url)
        .basic_auth("password-in-the-wrong-field", Some("x"));
    Answer::of(request.header("Referer", "https://a.example/?token=t")).await;
    // No sign-in is asked for here, so that nobody has looked at the name.
    for path in ["favicon.svg", "nothing", ".env"] {
        let request = env.stranger(&env.url(path));
        Answer::of(request.basic_auth("password-in-the-wrong-field", Some("x"))).await;
    }
    let asked = |line: &serde_json::Value| {
        line["path"]
            .as_str()
            .is_some_and(|path| path.ends_with("/analytics"))
    };
    super::proxy_env::eventually("four lines", async || {
        env.host.log().iter().filter(|line| asked(line)).count() == 4
    })
    .await;
    let mut lines = env.host.log();
    lines.retain(asked);
    let seen: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line["status"].as_u64().unwrap(),
                line["cache"].as_str().unwrap_or_default(),
                line["user"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    let (name, _) = &env.settings.users[0];
    assert_eq!(
        seen,
        [
            (200, "MISS", name.as_str()),
            (200, "HIT", name),
            (400, "", name),
            (401, "", "")
        ]
    );
    for line in &lines {
        assert_eq!(line["method"], "GET");
        assert!(
            line["ms"].is_number() && line["time"].is_string() && line.get("address").is_some(),
            "{line}"
        );
    }
    let written = env.host.written();
    for secret in [
        "pasted-by-mistake",
        "password-in-the-wrong-field",
        "token=t",
        &env.settings.users[0].1,
    ] {
        let in_log = lines.iter().any(|line| line.to_string().contains(secret));
        assert!(!in_log, "{secret}");
        // nginx keeps the users' file, which the test has in plain; and a question is its answer's name in the cache.
        if *secret != env.settings.users[0].1 {
            assert!(!written.contains(secret), "{secret}");
        }
    }
    assert!(lines.iter().all(|line| !line.to_string().contains(&id)));
}
