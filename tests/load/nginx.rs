//! nginx: API responses compared with the same bytes as a static file, and the cost of password formats.

use super::site::Site;
use super::upstream::Upstream;
use super::wrk::{Measurements, Row, measure};
use super::{NO_LIMIT, PASSWORD, QUERY, authorization, table};
use crate::support::fake_api::PATH;
use crate::support::hosts::{Host, Kind, Settings};
use crate::support::http;

/// The Accept-Encoding of browsers.
const BROWSER: &str = "gzip, deflate, br, zstd";

/// The same password in the formats that nginx supports, under the format's name as the user. bcrypt has htpasswd's
/// default cost; each further step doubles the time.
const USERS: &str = "\
sha:{SHA}GpHWL3ymc5liWkNopqtdSjuqYHM=
apr1:$apr1$wif4/Fqm$BN2QjvpZa00Ni1WTLNJcq.
bcrypt:$2y$05$5YVJ8m1VCveaZVeKCJ3Dce07jfCmn0Vw8JKFBiFZqa2Aw2tNevSna
";

/// Prints both tables, and returns the measurements of a cached response.
pub async fn run(upstream: &Upstream) -> Measurements {
    let site = Site::new();
    // Without a sign-in, as behind one. Its response is copied into the static files.
    let open = start(upstream, &site, false).await;
    let query = format!("{PATH}?{QUERY}");
    let url = format!("{}/api{query}", open.url());
    site.set(&get(&url, "").await, &get(&url, BROWSER).await);

    let closed = start(upstream, &site, true).await;
    let (page, api) = (
        format!("{}/", closed.url()),
        format!("{}/api", closed.url()),
    );
    let asked = format!("{api}{query}");
    for accepted in ["", BROWSER] {
        let same = get(&page, accepted).await == get(&asked, accepted).await;
        assert!(same, "the file and the response differ ({accepted})");
    }
    let row =
        |name: &str, url: &str| Row::new(name, url).header("Authorization", &authorization("sha"));
    let browser = |name: &str, url: &str| row(name, url).header("Accept-Encoding", BROWSER);
    let rows = [
        browser("static file", &page),
        browser("cached response", &asked),
        browser("uncached response", &format!("{api}{PATH}")).fresh(),
        row("static file, no gzip", &page),
        row("cached response, no gzip", &asked),
        Row::new("the fake KeyAPI alone", upstream.url()),
    ];
    let health = format!("{}/healthz", closed.url());
    let measurements = measure(&rows, &health).await;
    table::print("nginx, one worker, signed in ({SHA})", &rows, &measurements);

    let by = |name: &str, user: &str| {
        Row::new(name, &asked)
            .header("Authorization", &authorization(user))
            .header("Accept-Encoding", BROWSER)
    };
    let rows = [
        Row::new("sign-in elsewhere", &url).header("Accept-Encoding", BROWSER),
        by("{SHA} (htpasswd -s)", "sha"),
        by("apr1 (htpasswd, htpasswd -m)", "apr1"),
        by("bcrypt, cost 5 (htpasswd -B)", "bcrypt"),
    ];
    let by_password = measure(&rows, &health).await;
    let title = "nginx, a cached response, by password format";
    table::print(title, &rows, &by_password);
    measurements[1]
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
