//! What only nginx does: precompressed files, a count that survives a restart, checked settings, TLS.

use std::path::PathBuf;

use reqwest::Method;

use super::headers::hashed_script;
use super::limits::within_a_day;
use super::proxy_env::{Answer, KEY, ProxyEnv, analytics_query, eventually};
use crate::support::fake_api::PATH;
use crate::support::hosts::{Host, Kind, check_nginx, dist, free_port};
use crate::support::rows;
use crate::support::tls::Authority;

#[tokio::test]
async fn compressed_copies_are_sent_as_they_are() {
    let env = ProxyEnv::usual(Kind::Nginx).await;
    let script = hashed_script();
    for (accepted, ending) in [("br", ".br"), ("gzip", ".gz"), ("gzip, br", ".br")] {
        let request = env.request(Method::GET, &env.url(&script));
        let answer = request
            .header("Accept-Encoding", accepted)
            .send()
            .await
            .unwrap();
        let encoding = answer.headers()["content-encoding"].clone();
        assert_eq!(encoding, if ending == ".br" { "br" } else { "gzip" });
        let copy = std::fs::read(dist().join(format!("{script}{ending}"))).unwrap();
        assert!(answer.bytes().await.unwrap() == copy, "{accepted}");
    }
    let plain = Answer::of(env.request(Method::GET, &env.url(&script))).await;
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.header("vary"), Some("Accept-Encoding"));
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let env = ProxyEnv::usual(Kind::Nginx).await;
    let tag = env.get("").await.header("etag").unwrap().to_owned();
    let request = env.request(Method::GET, &env.url(""));
    let again = Answer::of(request.header("If-None-Match", tag)).await;
    assert_eq!(again.status, 304);
}

/// A response is cached once, for all values of Accept-Encoding: another copy would cost another credit.
#[tokio::test]
async fn a_response_is_cached_once_for_all_encodings() {
    let env = ProxyEnv::usual(Kind::Nginx).await;
    let id = rows::id(1);
    let url = env.api_url(&analytics_query(&format!("{id},{}", rows::id(2))));
    for (cache, accepted, encoding) in [
        ("MISS", "gzip, deflate, br, zstd", Some("gzip")),
        ("HIT", "gzip", Some("gzip")),
        ("HIT", "br", None),
    ] {
        let request = env.request(Method::GET, &url);
        let answer = request.header("Accept-Encoding", accepted).send();
        let answer = answer.await.unwrap();
        let header = |name| answer.headers().get(name).map(|value| value.as_bytes());
        assert_eq!(header("x-cache"), Some(cache.as_bytes()), "{accepted}");
        assert_eq!(header("content-encoding"), encoding.map(str::as_bytes));
        assert_eq!(header("vary"), Some(&b"Accept-Encoding"[..]), "{accepted}");
        let magic = answer.bytes().await.unwrap().starts_with(&[0x1f, 0x8b]);
        assert_eq!(magic, encoding.is_some(), "{accepted}");
    }
    Answer::of(env.request(Method::GET, &url))
        .await
        .assert_good(&id, "HIT");
    assert_eq!(env.upstream().len(), 1);
}

/// The count and the cache survive a crash.
#[tokio::test]
async fn a_crash_loses_neither_the_count_nor_the_cache() {
    let (one, two) = (rows::id(1), rows::id(2));
    let env = within_a_day(async || {
        let mut env = ProxyEnv::with(Kind::Nginx, |settings| settings.daily = 1).await;
        env.request_video(&one).await.assert_good(&one, "MISS");
        env.host.crash(&env.settings).await;
        env.request_video(&one).await.assert_good(&one, "HIT");
        env.request_video(&two).await.assert_refused(429);
        env
    })
    .await;
    assert_eq!(env.upstream().len(), 1);
}

#[tokio::test]
async fn the_key_may_come_from_a_file() {
    let file = temporary("key");
    std::fs::write(&file, format!("{KEY}\n")).unwrap();
    let env = ProxyEnv::with(Kind::Nginx, |settings| {
        settings.key = String::new();
        settings.nginx = vec![("KEYAPI_KEY_FILE", file.display().to_string())];
    })
    .await;
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");
    std::fs::remove_file(file).unwrap();
}

/// A trusted proxy in front sends the client's address. Nobody else can.
#[tokio::test]
async fn only_trusted_proxies_send_the_clients_address() {
    for (trusted, expected) in [("127.0.0.0/8", "203.0.113.7"), ("10.0.0.0/8", "127.0.0.1")] {
        let env = ProxyEnv::with(Kind::Nginx, |settings| {
            settings.nginx = vec![("CLIPCART_TRUSTED_PROXIES", trusted.to_owned())];
        })
        .await;
        let request = env.request(Method::GET, &env.url(""));
        let forwarded = request.header("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
        assert_eq!(Answer::of(forwarded).await.status, 200);
        eventually("the line", async || {
            let log = env.host.log();
            log.last().is_some_and(|line| line["address"] == expected)
        })
        .await;
    }
}

#[tokio::test]
async fn with_a_certificate_it_speaks_tls_and_sends_http_there() {
    let (authority, certificate, key) = (Authority::new(), temporary("crt"), temporary("rsa"));
    authority.write_server("localhost", &certificate, &key);
    let address = format!("127.0.0.1:{}", free_port());
    let env = ProxyEnv::with(Kind::Nginx, |settings| {
        settings.nginx = vec![
            ("CLIPCART_CERTIFICATE", certificate.display().to_string()),
            ("CLIPCART_CERTIFICATE_KEY", key.display().to_string()),
            ("CLIPCART_LISTEN", address.clone()),
        ];
    })
    .await;
    // The port in `env` is the one for http.
    let sent_on = env.get("?video_ids=1").await;
    assert_eq!(sent_on.status, 308);
    let to = sent_on.header("location");
    assert_eq!(to, Some(&*format!("https://{address}/?video_ids=1")));
    let client = reqwest::Client::builder()
        .no_proxy()
        .danger_accept_invalid_certs(true)
        .build()
        .unwrap();
    let (name, password) = &env.settings.users[0];
    let url = format!(
        "https://{address}{}api{PATH}?{}",
        env.settings.prefix,
        analytics_query(&rows::id(1))
    );
    let answer = Answer::of(client.get(url).basic_auth(name, Some(password))).await;
    answer.assert_good(&rows::id(1), "MISS");
    let lasting = answer.header("strict-transport-security");
    assert_eq!(lasting, Some("max-age=31536000"));
    for file in [certificate, key] {
        std::fs::remove_file(file).unwrap();
    }
}

/// It does not use the folder of another instance, nor a folder with other contents.
#[tokio::test]
async fn a_folder_in_use_is_left_alone() {
    let env = ProxyEnv::usual(Kind::Nginx).await;
    let Host::Nginx(nginx) = &env.host else {
        unreachable!("it is nginx");
    };
    let said = nginx.start_once_more(&env.settings);
    assert!(said.contains("another ClipCart uses"), "{said}");
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");

    let folder = temporary("state");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("letter.txt"), "dear").unwrap();
    let state = folder.display().to_string();
    let mut settings = env.settings.clone();
    settings.nginx = vec![("CLIPCART_STATE", state)];
    let said = nginx.start_once_more(&settings);
    assert!(said.contains("contains something else"), "{said}");
    std::fs::remove_dir_all(folder).unwrap();
}

/// With a wrong setting it does not start, and prints one line that names the setting, without the key.
#[test]
fn wrong_settings_are_named() {
    let dist = dist();
    let dist = dist.to_str().unwrap();
    let users = temporary("users");
    std::fs::write(&users, "anna:{PLAIN}x\n").unwrap();
    let good = [
        ("CLIPCART_DIST", dist),
        ("KEYAPI_KEY", KEY),
        ("CLIPCART_USERS_FILE", users.to_str().unwrap()),
    ];
    let (starts, said) = check_nginx(&good);
    assert!(starts, "{said}");
    let has_ipv6 = std::net::TcpListener::bind("[::1]:0").is_ok();
    let places = if has_ipv6 {
        "8081 [::1]:8080"
    } else {
        "8081 8082"
    };
    let places = ("CLIPCART_LISTEN", places);
    let (starts, said) = check_nginx(&[good[0], good[1], good[2], places]);
    assert!(starts, "{said}");
    let (starts, said) = check_nginx(&good[..2]);
    assert!(
        !starts && said.contains("CLIPCART_SIGN_IN=elsewhere"),
        "{said}"
    );
    let (starts, said) = check_nginx(&[good[0], good[2]]);
    assert!(!starts && said.contains("KEYAPI_KEY"), "{said}");
    for (name, value) in [
        ("KEYAPI_BASE", "http://api.keyapi.ai"),
        ("KEYAPI_BASE", "https://api.keyapi.ai; return 200"),
        ("KEYAPI_BASE", "https://user@api.keyapi.ai"),
        ("CLIPCART_DIST", "/nowhere"),
        ("CLIPCART_PREFIX", "tools"),
        ("CLIPCART_PREFIX", "/tools"),
        ("CLIPCART_PREFIX", "/../"),
        ("CLIPCART_PREFIX", "/a b/"),
        ("CLIPCART_PREFIX", "/a/\n}/"),
        ("CLIPCART_SIGN_IN", "off"),
        ("CLIPCART_SIGN_IN", ""),
        ("CLIPCART_DAILY", "many"),
        ("CLIPCART_DAILY", "-1"),
        ("CLIPCART_CLIENT_PER_MINUTE", "0"),
        ("CLIPCART_CACHE_SECONDS", "1h"),
        ("CLIPCART_AUTO_RUN", "yes"),
        ("CLIPCART_COVERS_PATH", "v1/covers"),
        ("CLIPCART_COVERS_PATH", "/../covers"),
        ("CLIPCART_COVERS_PATH", "https://elsewhere.example/covers"),
        ("CLIPCART_PRODUCTS_PATH", "/products?all=1"),
        ("CLIPCART_PRODUCTS_PATH", "/products; return 200"),
        ("CLIPCART_PRODUCTS_PATH", "/a\n/b"),
        ("CLIPCART_COVERS_DAILY", "-1"),
        ("CLIPCART_LINKS_DAILY", "all"),
        ("CLIPCART_COVERS_CACHE_SECONDS", "0"),
        ("CLIPCART_PRODUCTS_CACHE_SECONDS", "1d"),
        ("CLIPCART_RESOLVE", "off"),
        ("CLIPCART_LINKS_BASE", "http://tiktok.example"),
        ("CLIPCART_LISTEN", "everywhere"),
        ("CLIPCART_LISTEN", "8080;"),
        ("CLIPCART_CERTIFICATE", "cert.pem"),
        ("CLIPCART_TRUSTED_PROXIES", "10.0.0.0/8; deny all"),
        ("CLIPCART_RESOLVER", "dns.example"),
        ("CLIPCART_ERROR_LEVEL", "debug"),
    ] {
        let mut environment = good.to_vec();
        environment.push((name, value));
        let (starts, said) = check_nginx(&environment);
        // An empty setting counts as unset.
        assert_eq!(starts, value.is_empty(), "{name}={value}: {said}");
        assert!(starts || said.contains(name), "{name}={value}: {said}");
        assert!(!said.contains(KEY), "{said}");
    }
    for key in ["two words", "line\nbreak", "schlüssel", "key\u{7f}"] {
        let environment = [good[0], good[2], ("KEYAPI_KEY", key)];
        let (starts, said) = check_nginx(&environment);
        assert!(
            !starts && said.contains("key") && !said.contains(key),
            "{said}"
        );
    }
    std::fs::remove_file(users).unwrap();
}

/// A path for a temporary file of this process.
fn temporary(what: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{what}-{}", std::process::id()))
}
