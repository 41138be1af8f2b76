//! The key, and what people ask, are in no answer, no header and no log.

use reqwest::Method;

use super::world::{Answer, KEY, World, question};
use crate::support::fake_api::Misbehave;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    the_key_is_nowhere,
    the_log_has_a_line_a_request_and_no_query,
);

async fn the_key_is_nowhere(kind: Kind) {
    let world = World::with(kind, |settings| {
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
        answers.push(world.get(path).await);
    }
    for odd in [
        Misbehave::status(401, "apiKey is invalid"),
        Misbehave::status(401, &format!("apiKey {KEY} is invalid")),
        Misbehave::code(401, &format!("Bearer {KEY} is invalid")),
        Misbehave::DataIs(serde_json::json!([{"video_desc": KEY}])),
        Misbehave::status(500, "ill"),
        Misbehave::NotJson,
        Misbehave::TruncatedJson,
        Misbehave::ResetConnection,
        Misbehave::Hang,
        Misbehave::Drip,
        Misbehave::Huge(1_500_000),
        Misbehave::Redirect("https://elsewhere.example/".to_owned()),
    ] {
        world.api.next(odd);
        answers.push(world.ask_about(&rows::id(1)).await);
    }
    for id in [1, 1, 2, 3, 4, 5, 6, 7] {
        answers.push(world.ask_about(&rows::id(id)).await);
    }
    answers.push(world.ask("").await);
    let url = world.api_url(&question(&rows::id(1)));
    for request in [
        world.stranger(&url),
        world.request(Method::POST, &url),
        world
            .request(Method::GET, &url)
            .header("Sec-Fetch-Site", "cross-site"),
        world.request(Method::TRACE, &url),
    ] {
        answers.push(Answer::of(request).await);
    }
    assert!(!world.upstream().is_empty());
    for answer in &answers {
        let all = format!("{:?} {}", answer.headers, answer.text);
        assert!(!all.contains(KEY), "{all}");
    }
    let written = world.host.written();
    assert!(!written.is_empty());
    assert!(!written.contains(KEY));
}

async fn the_log_has_a_line_a_request_and_no_query(kind: Kind) {
    let world = World::usual(kind).await;
    let id = rows::id(1);
    world.ask_about(&id).await.assert_good(&id, "MISS");
    world.ask_about(&id).await.assert_good(&id, "HIT");
    world
        .ask(&format!("{}&api_key=pasted-by-mistake", question(&id)))
        .await;
    let url = world.api_url(&question(&id));
    let request = world
        .stranger(&url)
        .basic_auth("password-in-the-wrong-field", Some("x"));
    Answer::of(request.header("Referer", "https://a.example/?token=t")).await;
    // No sign-in is asked for here, so that nobody has looked at the name.
    for path in ["favicon.svg", "nothing", ".env"] {
        let request = world.stranger(&world.url(path));
        Answer::of(request.basic_auth("password-in-the-wrong-field", Some("x"))).await;
    }
    let asked = |line: &serde_json::Value| {
        line["path"]
            .as_str()
            .is_some_and(|path| path.ends_with("/analytics"))
    };
    super::world::eventually("four lines", async || {
        world.host.log().iter().filter(|line| asked(line)).count() == 4
    })
    .await;
    let mut lines = world.host.log();
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
    let (name, _) = &world.settings.users[0];
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
    let written = world.host.written();
    for secret in [
        "pasted-by-mistake",
        "password-in-the-wrong-field",
        "token=t",
        &world.settings.users[0].1,
    ] {
        let in_log = lines.iter().any(|line| line.to_string().contains(secret));
        assert!(!in_log, "{secret}");
        // nginx keeps the users' file, which the test has in plain; and a question is its answer's name in the cache.
        if *secret != world.settings.users[0].1 {
            assert!(!written.contains(secret), "{secret}");
        }
    }
    assert!(lines.iter().all(|line| !line.to_string().contains(&id)));
}
