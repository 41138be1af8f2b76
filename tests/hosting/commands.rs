//! The guide's three kinds of hosting, as far as they run on this machine.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;

use reqwest::Method;
use tokio::task::spawn_blocking;

use super::guide;
use super::place::Place;
use crate::support::fake_api::{FakeApi, Key, PATH};
use crate::support::{hosts, http};

const KEY: &str = "canary-71c4e5-key-docs";

/// Every command in the guide is either run here or marked with what it needs.
#[test]
fn each_command_is_run_or_says_what_it_needs() {
    for block in guide::blocks().iter().filter(|block| block.is_shell()) {
        match (block.word("run"), block.word("needs")) {
            (Some(_), None) => {}
            (None, Some(needs)) => print!("Not run here, needs {needs}:\n{}", block.text),
            _ => panic!("needs run= or needs=:\n{}", block.text),
        }
    }
}

#[tokio::test]
async fn nginx_serves_the_page_and_asks_for_it() {
    let place = Arc::new(Place::new());
    let api = FakeApi::start(Key::Required(KEY.to_owned())).await;
    let port = hosts::free_port();
    let address = format!("http://127.0.0.1:{port}");
    let folders = ["site", "settings", "units", "rotation"].map(|name| {
        let folder = place.path("machine").join(name);
        (name, folder.to_str().unwrap().to_owned())
    });
    for folder in ["machine/units", "machine/rotation"] {
        std::fs::create_dir_all(place.path(folder)).unwrap();
    }
    let mut environment = folders.to_vec();
    environment.extend([
        ("address", address.clone()),
        ("CLIPCART_LISTEN", format!("127.0.0.1:{port}")),
        ("KEYAPI_BASE", api.url().to_owned()),
    ]);
    // Meanwhile the fake API responds, on this thread.
    let commands = Arc::clone(&place);
    let shell = spawn_blocking(move || commands.run("nginx", &format!("{KEY}\n"), &environment));
    let shell = shell.await.unwrap();

    let printed = shell.printed();
    guide::assert_shows("nginx", &printed);
    assert!(!printed.contains(KEY), "{printed}");
    let requests = api.requests();
    assert_eq!(requests.len(), 1, "the guide says which one costs a credit");
    let bearer = format!("Bearer {KEY}");
    assert_eq!(requests[0].header("authorization"), Some(bearer.as_str()));

    let client = http::client();
    let password = printed
        .lines()
        .find_map(|line| line.strip_prefix("anna's password: "))
        .unwrap();
    let page = format!("{address}/");
    let question = format!("{address}/api{PATH}?video_ids=1&page_num=1&page_size=10");
    for url in [&page, &question] {
        let stranger = client.get(url).send().await.unwrap();
        assert_eq!(stranger.status(), 401, "{url}");
        let anna = client.request(Method::GET, url);
        let anna = anna
            .basic_auth("anna", Some(password))
            .send()
            .await
            .unwrap();
        assert_eq!(anna.status(), 200, "{url}");
        for (name, value) in headers_for_all(&place) {
            assert_eq!(anna.headers()[&name], value, "{url}");
        }
        if url == &page {
            let index = place.read("checkout/dist/index.html");
            assert!(anna.text().await.unwrap() == index);
        } else {
            assert!(anna.text().await.unwrap().contains(r#""video_id":"1""#));
        }
    }
    assert_eq!(api.requests().len(), 2);

    shell.finish();
    assert!(client.get(&page).send().await.is_err(), "nginx goes on");
    a_unit_is_there(&place);
}

/// The block of `_headers` for every path.
fn headers_for_all(place: &Place) -> Vec<(String, String)> {
    let text = place.read("checkout/dist/_headers");
    let lines = text.lines().skip_while(|line| *line != "/*").skip(1);
    let headers: Vec<_> = lines
        .map_while(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    assert!(headers.len() > 5, "{headers:?}");
    headers
}

/// The unit has the folders that the guide names. Where systemd is installed, it accepts the unit.
fn a_unit_is_there(place: &Place) {
    let unit = place.read("machine/units/clipcart.service");
    let guide = guide::text();
    for (folder, used) in [
        (
            "site=${site:-/opt/clipcart}",
            "/opt/clipcart/deploy/nginx/start.sh",
        ),
        (
            "settings=${settings:-/etc/clipcart}",
            "EnvironmentFile=/etc/clipcart/settings",
        ),
        (
            "settings=${settings:-/etc/clipcart}",
            "key:/etc/clipcart/key",
        ),
        (
            "settings=${settings:-/etc/clipcart}",
            "users:/etc/clipcart/users",
        ),
    ] {
        assert!(guide.contains(folder) && unit.contains(used), "{used}");
    }
    let drop_in = place.read("machine/units/clipcart.service.d/tls.conf");
    assert!(drop_in.contains("/live/clipcart.example.com/privkey.pem"));
    assert!(place.path("machine/rotation/clipcart").is_file());
    let file = place.path("machine/units/clipcart.service");
    match Command::new("systemd-analyze")
        .arg("verify")
        .arg(file)
        .output()
    {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && said.is_empty(), "{said}");
        }
        Err(_) => println!("Not tried: systemd-analyze is not on this machine"),
    }
}

#[test]
fn a_worker_gets_its_users() {
    let place = Place::new();
    place.run("worker", "", &[]).finish();
    let users = place.read("checkout/deploy/worker/users.txt");
    let (name, password) = users.trim_end().split_once(':').unwrap();
    assert_eq!((name, password.len()), ("anna", 20));
}

#[test]
fn a_folder_for_github_pages_holds_the_site() {
    let place = Place::new();
    let page = place.path("page").to_str().unwrap().to_owned();
    let environment = [
        ("page", page.clone()),
        ("GIT_AUTHOR_NAME", "Anna".to_owned()),
        ("GIT_AUTHOR_EMAIL", "anna@example.com".to_owned()),
        ("GIT_COMMITTER_NAME", "Anna".to_owned()),
        ("GIT_COMMITTER_EMAIL", "anna@example.com".to_owned()),
    ];
    place.run("static", "", &environment).finish();

    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(["-C", &page])
            .args(arguments)
            .output();
        let output = output.unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let committed = git(&["ls-tree", "-r", "--name-only", "gh-pages"]);
    let committed: BTreeSet<_> = committed.lines().map(str::to_owned).collect();
    let output = Command::new("find")
        .args([".", "-type", "f", "-printf", "%P\n"])
        .current_dir(hosts::dist())
        .output();
    let built = String::from_utf8(output.unwrap().stdout).unwrap();
    let mut expected: BTreeSet<_> = built.lines().map(str::to_owned).collect();
    expected.insert(".nojekyll".to_owned());
    assert_eq!(committed, expected);
    let config = git(&["show", "gh-pages:config.json"]);
    let config: serde_json::Value = serde_json::from_str(&config).unwrap();
    assert_eq!(config["api"]["mode"], "direct");
}
