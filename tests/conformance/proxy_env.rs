//! A proxy with the fake API behind it, and requests to it.

use std::time::{Duration, Instant};

use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::contract::{TOO_MANY_IDS, request_problems};
use crate::support::fake_api::{FakeApi, Key, PATH};
use crate::support::hosts::{Host, Kind, Settings};
use crate::support::http;
use crate::support::recorded::RecordedRequest;

/// How long to wait for a response to malformed bytes.
const PATIENCE: Duration = Duration::from_secs(2);

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// The key that the fake API accepts. It must not appear anywhere else.
pub const KEY: &str = "canary-5c0ffee1-key-90d1";

pub struct ProxyEnv {
    pub api: FakeApi,
    pub host: Host,
    pub settings: Settings,
    client: reqwest::Client,
}

/// A response, read completely.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl ProxyEnv {
    /// Default settings.
    pub async fn usual(kind: Kind) -> Self {
        Self::with(kind, |_| {}).await
    }

    /// Changed settings.
    pub async fn with(kind: Kind, change: impl FnOnce(&mut Settings)) -> Self {
        let api = FakeApi::start(Key::Required(KEY.to_owned())).await;
        Self::with_api(kind, api, change).await
    }

    /// Another upstream.
    pub async fn with_api(kind: Kind, api: FakeApi, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::new(api.url(), KEY);
        change(&mut settings);
        Self {
            host: Host::start(kind, &settings).await,
            api,
            settings,
            client: http::client(),
        }
    }

    /// A URL of the site.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.host.url(), self.settings.prefix)
    }

    /// The URL of the endpoint with this query string.
    pub fn api_url(&self, query: &str) -> String {
        format!("{}{PATH}?{query}", self.url("api"))
    }

    /// A request of the first user.
    pub fn request(&self, method: Method, url: &str) -> RequestBuilder {
        let request = self.client.request(method, url);
        match self.settings.users.first() {
            Some((name, password)) if self.settings.sign_in => {
                request.basic_auth(name, Some(password))
            }
            _ => request,
        }
    }

    /// A request without credentials.
    pub fn anonymous(&self, url: &str) -> RequestBuilder {
        self.client.get(url)
    }

    /// Requests the endpoint with this query string as the first user.
    pub async fn request_query(&self, query: &str) -> Answer {
        Answer::of(self.request(Method::GET, &self.api_url(query))).await
    }

    /// Requests one video.
    pub async fn request_video(&self, id: &str) -> Answer {
        self.request_query(&analytics_query(id)).await
    }

    /// Requests a path of the site as the first user.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, &self.url(path))).await
    }

    /// The requests that the upstream received. Panics if one breaks the contract or has another header than allowed.
    #[track_caller]
    pub fn upstream(&self) -> Vec<RecordedRequest> {
        let requests = self.api.log();
        for request in &requests {
            let mut problems = request_problems(request);
            // The proxies pass on more than KeyAPI takes: their own limit is higher.
            problems.retain(|problem| problem != TOO_MANY_IDS);
            assert!(problems.is_empty(), "{problems:?} in {request:?}");
            for (name, value) in &request.headers {
                let expected = match name.as_str() {
                    "authorization" => value == &format!("Bearer {KEY}"),
                    "accept" => value == "application/json",
                    "user-agent" => value == "clipcart-proxy",
                    "host" => {
                        value
                            == self
                                .settings
                                .upstream
                                .split("//")
                                .last()
                                .unwrap_or_default()
                    }
                    "connection" => true,
                    // workerd always sends it, and would ask for more by itself.
                    "accept-encoding" => matches!(self.host, Host::Workerd(_)) && value == "gzip",
                    _ => false,
                };
                assert!(expected, "upstream heard {name}: {value}");
            }
        }
        requests
    }

    /// Sends these bytes, and reads the response until its headers are complete or the connection is closed.
    pub async fn raw(&self, bytes: &[u8]) -> String {
        let address = self.host.url().trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        let mut buffer = [0; 4096];
        while !answer.windows(4).any(|four| four == b"\r\n\r\n") {
            // The proxy may wait for the rest of an incomplete request.
            match timeout(PATIENCE, stream.read(&mut buffer)).await {
                Ok(Ok(length @ 1..)) => answer.extend(&buffer[..length]),
                _ => break,
            }
        }
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Whether the proxy has accepted at least `count` connections, and read everything from them.
    pub fn has_read_from(&self, count: usize) -> bool {
        let port = self.host.url().rsplit(':').next().unwrap_or_default();
        let end = format!("0100007F:{:04X}", port.parse::<u16>().unwrap());
        let sockets = std::fs::read_to_string("/proc/net/tcp").unwrap();
        let mut taken = 0;
        for socket in sockets.lines() {
            let fields: Vec<_> = socket.split_whitespace().collect();
            let [_, local, _, state, queues, ..] = fields[..] else {
                continue;
            };
            // On a listening socket, the queue has the connections that are not accepted yet.
            if local == end && matches!(state, "01" | "0A") {
                if !queues.ends_with(":00000000") {
                    return false;
                }
                taken += usize::from(state == "01");
            }
        }
        taken >= count
    }

    /// The Authorization header of the first user, as a line.
    pub fn authorization_line(&self) -> String {
        let request = self.request(Method::GET, &self.url("")).build().unwrap();
        let value = request.headers()["authorization"].to_str().unwrap();
        format!("Authorization: {value}\r\n")
    }
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        Self::read(request.send().await.unwrap()).await
    }

    async fn read(response: Response) -> Self {
        Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap(),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Panics unless it is a good response for this video with this X-Cache.
    #[track_caller]
    pub fn assert_good(&self, id: &str, cache: &str) {
        assert_eq!(self.status, 200, "{self:?}");
        assert_eq!(self.json()["data"][0]["video_id"], id, "{self:?}");
        assert_eq!(self.header("x-cache"), Some(cache), "{self:?}");
        let age = self.header("age").map(|age| age.parse::<u32>().unwrap());
        assert_eq!(age.is_some(), cache != "MISS", "{self:?}");
        self.assert_api_headers();
    }

    /// Panics unless it is a refusal by the proxy, in the API's envelope.
    #[track_caller]
    pub fn assert_refused(&self, status: u16) {
        assert_eq!(self.status, status, "{self:?}");
        let body = self.json();
        assert_eq!(body["code"], status, "{self:?}");
        assert_eq!(body["data"], Value::Null, "{self:?}");
        assert_eq!(body["refused_by"], "proxy", "{self:?}");
        assert!(body["message"].as_str().is_some_and(|m| !m.is_empty()));
        self.assert_api_headers();
    }

    /// Panics unless it is a failure behind the proxy, in the API's envelope.
    #[track_caller]
    pub fn assert_failed(&self, status: u16) {
        assert_eq!(self.status, status, "{self:?}");
        let body = self.json();
        assert!(body["code"].is_number(), "{self:?}");
        // A link without a video is named.
        let data = body["data"].as_object();
        let is_named_only = data.is_none_or(|data| data.len() == 1 && data.contains_key("link"));
        assert!(body["data"].is_null() || data.is_some(), "{self:?}");
        assert!(
            is_named_only && (data.is_none() || status == 404),
            "{self:?}"
        );
        assert_eq!(body["refused_by"], Value::Null, "{self:?}");
        assert_eq!(self.header("x-cache"), None, "{self:?}");
        self.assert_api_headers();
    }

    #[track_caller]
    fn assert_api_headers(&self) {
        let kind = self.header("content-type").unwrap_or_default();
        assert!(kind.starts_with("application/json"), "{self:?}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self:?}");
        assert_eq!(self.header("set-cookie"), None, "{self:?}");
    }
}

/// The query string for one video.
pub fn analytics_query(id: &str) -> String {
    format!("video_ids={id}&page_num=1&page_size=10")
}

/// Waits until the condition is true.
pub async fn eventually(what: &str, condition: impl AsyncFn() -> bool) {
    let began = Instant::now();
    while !condition().await {
        assert!(began.elapsed() < DEADLINE, "timed out waiting for {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
