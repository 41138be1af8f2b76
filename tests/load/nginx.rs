//! nginx: answers of the API beside the same bytes as a file, and what ways of keeping passwords cost.

use super::site::Site;
use super::upstream::Upstream;
use super::wrk::{Figures, Row, measure};
use super::{NO_LIMIT, PASSWORD, QUESTION, signed, table};
use crate::support::fake_api::PATH;
use crate::support::hosts::{Host, Kind, Settings};
use crate::support::http;

/// What browsers send.
const BROWSER: &str = "gzip, deflate, br, zstd";

/// The same password in the forms that nginx knows. The names are those of the users. Each step of bcrypt's cost takes
/// twice as long as the one before, so there is none but htpasswd's usual one.
const USERS: &str = "\
sha:{SHA}GpHWL3ymc5liWkNopqtdSjuqYHM=
apr1:$apr1$wif4/Fqm$BN2QjvpZa00Ni1WTLNJcq.
bcrypt:$2y$05$5YVJ8m1VCveaZVeKCJ3Dce07jfCmn0Vw8JKFBiFZqa2Aw2tNevSna
";

/// Both tables, and the figures of a cached answer.
pub async fn run(upstream: &Upstream) -> Figures {
    let site = Site::new();
    // Nobody signs in here, as where something in front does that. The files get their bytes from it.
    let open = start(upstream, &site, false).await;
    let question = format!("{PATH}?{QUESTION}");
    let url = format!("{}/api{question}", open.url());
    site.set(&get(&url, "").await, &get(&url, BROWSER).await);

    let closed = start(upstream, &site, true).await;
    let (page, api) = (
        format!("{}/", closed.url()),
        format!("{}/api", closed.url()),
    );
    let asked = format!("{api}{question}");
    for accepted in ["", BROWSER] {
        let same = get(&page, accepted).await == get(&asked, accepted).await;
        assert!(same, "the file and the answer differ ({accepted})");
    }
    let row = |name: &str, url: &str| Row::new(name, url).header("Authorization", &signed("sha"));
    let browser = |name: &str, url: &str| row(name, url).header("Accept-Encoding", BROWSER);
    let rows = [
        browser("static file", &page),
        browser("cached answer", &asked),
        browser("uncached answer", &format!("{api}{PATH}")).fresh(),
        row("static file, no gzip", &page),
        row("cached answer, no gzip", &asked),
        Row::new("the stand-in for KeyAPI alone", upstream.url()),
    ];
    let health = format!("{}/healthz", closed.url());
    let figures = measure(&rows, &health).await;
    table::print("nginx, one worker, signed in ({SHA})", &rows, &figures);

    let by = |name: &str, user: &str| {
        Row::new(name, &asked)
            .header("Authorization", &signed(user))
            .header("Accept-Encoding", BROWSER)
    };
    let rows = [
        Row::new("sign-in elsewhere", &url).header("Accept-Encoding", BROWSER),
        by("{SHA} (htpasswd -s)", "sha"),
        by("apr1 (htpasswd, htpasswd -m)", "apr1"),
        by("bcrypt, cost 5 (htpasswd -B)", "bcrypt"),
    ];
    let by_password = measure(&rows, &health).await;
    let title = "nginx, a cached answer, by how the password is kept";
    table::print(title, &rows, &by_password);
    figures[1]
}

async fn start(upstream: &Upstream, site: &Site, sign_in: bool) -> Host {
    let users = site.path().join("users");
    std::fs::write(&users, USERS).unwrap();
    let mut settings = Settings::new(upstream.url(), "load-5c0ffee1");
    settings.dist = site.path().to_owned();
    settings.sign_in = sign_in;
    settings.client_per_minute = NO_LIMIT;
    settings.daily = NO_LIMIT;
    settings.nginx = vec![
        ("CLIPCART_WORKERS", "1".to_owned()),
        ("CLIPCART_USERS_FILE", users.display().to_string()),
    ];
    Host::start(Kind::Nginx, &settings).await
}

async fn get(url: &str, accepted: &str) -> Vec<u8> {
    let request = http::client().get(url).basic_auth("sha", Some(PASSWORD));
    let answer = request.header("Accept-Encoding", accepted).send();
    let answer = answer.await.unwrap();
    assert_eq!(answer.status(), 200, "{url}");
    answer.bytes().await.unwrap().to_vec()
}
