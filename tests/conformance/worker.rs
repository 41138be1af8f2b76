//! What only the Worker does: without its settings it responds with what is missing. (nginx does not start.)

use super::proxy_env::{KEY, ProxyEnv};
use crate::support::hosts::{Kind, Settings};
use crate::support::rows;

#[tokio::test]
async fn without_settings_it_responds_with_what_to_set() {
    type Change = fn(&mut Settings);
    let faults: [(&str, Change); 11] = [
        ("CLIPCART_USERS", |settings| settings.users.clear()),
        ("CLIPCART_USERS", |settings| {
            settings.users = vec![("anna".to_owned(), String::new())];
        }),
        ("KEYAPI_KEY", |settings| settings.key.clear()),
        ("KEYAPI_KEY", |settings| settings.key = format!("{KEY} two")),
        ("KEYAPI_BASE", |settings| {
            settings.upstream = settings.upstream.replace("127.0.0.1", "0.0.0.0");
        }),
        ("CLIPCART_TIMEOUT_SECONDS", |settings| {
            settings.timeout_seconds = 0
        }),
        ("CLIPCART_COVERS_PATH", |settings| {
            settings.more = vec![("CLIPCART_COVERS_PATH", "/../covers".to_owned())];
        }),
        ("CLIPCART_PRODUCTS_PATH", |settings| {
            let other = "https://elsewhere.example/products".to_owned();
            settings.more = vec![("CLIPCART_PRODUCTS_PATH", other)];
        }),
        ("CLIPCART_LINKS_DAILY", |settings| {
            settings.more = vec![("CLIPCART_LINKS_DAILY", "-1".to_owned())];
        }),
        ("CLIPCART_RESOLVE", |settings| {
            settings.more = vec![("CLIPCART_RESOLVE", "off".to_owned())];
        }),
        ("CLIPCART_LINKS_BASE", |settings| {
            settings.links = "http://tiktok.example".to_owned();
        }),
    ];
    for (name, change) in faults {
        let env = ProxyEnv::with(Kind::Workerd, change).await;
        let answer = env.request_video(&rows::id(1)).await;
        answer.assert_refused(503);
        assert!(answer.text.contains(name), "{name}: {answer:?}");
        assert!(!answer.text.contains(KEY), "{answer:?}");
        let page = env.get("").await;
        assert_eq!(page.status, 503, "{name}");
        assert!(page.text.contains(name), "{page:?}");
        assert_eq!(env.get("healthz").await.status, 200);
        assert!(env.upstream().is_empty());
    }
}

/// Passwords need https.
#[tokio::test]
async fn http_is_redirected_to_https() {
    let env = ProxyEnv::usual(Kind::Workerd).await;
    let request =
        "GET /?video_ids=1 HTTP/1.1\r\nHost: clipcart.example\r\nConnection: close\r\n\r\n";
    let answer = env.raw(request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 308"), "{answer}");
    let to = "location: https://clipcart.example/?video_ids=1\r\n";
    assert!(answer.to_lowercase().contains(to), "{answer}");
}
