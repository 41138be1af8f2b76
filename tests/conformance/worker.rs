//! What only the Worker does: it starts whatever is missing, and says what. (nginx does not start.)

use super::proxy_env::{KEY, ProxyEnv};
use crate::support::hosts::{Kind, Settings};
use crate::support::rows;

#[tokio::test]
async fn what_is_not_set_up_is_closed_and_says_what_to_set() {
    type Change = fn(&mut Settings);
    let faults: [(&str, Change); 6] = [
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
    ];
    for (name, change) in faults {
        let env = ProxyEnv::with(Kind::Workerd, change).await;
        let answer = env.ask_about(&rows::id(1)).await;
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

/// A password is not asked for in clear.
#[tokio::test]
async fn plain_http_is_sent_to_https() {
    let env = ProxyEnv::usual(Kind::Workerd).await;
    let request =
        "GET /?video_ids=1 HTTP/1.1\r\nHost: clipcart.example\r\nConnection: close\r\n\r\n";
    let answer = env.raw(request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 308"), "{answer}");
    let to = "location: https://clipcart.example/?video_ids=1\r\n";
    assert!(answer.to_lowercase().contains(to), "{answer}");
}
