//! TikTok's hosts of short links: under their own names, or below another address as `/vm.tiktok.com/…`.

use axum::body::Body;
use axum::http::header::{CONNECTION, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;

use super::answer::Answer;
use super::{Fault, fault};

/// The response to a short link.
#[derive(Debug, Clone)]
pub enum Redirect {
    /// A redirect to this address.
    To(String),
    /// Any status with a Location.
    With(u16, String),
    /// A page with this status.
    Status(u16),
}

impl Default for Redirect {
    /// TikTok's home page, as for a link that it does not know.
    fn default() -> Self {
        Self::To("https://www.tiktok.com/?_r=1".to_owned())
    }
}

impl Redirect {
    /// The redirect that TikTok sends for a video of a user, with parameters that track people.
    pub fn to_video(user: &str, id: &str) -> Self {
        Self::To(format!(
            "https://www.tiktok.com/@{user}/video/{id}?_r=1&_t=ZM-8tracking&u_code=who-shared-it"
        ))
    }

    pub(super) async fn into_response(self, fault: Option<Fault>) -> Response {
        match fault {
            None => self.plain(),
            Some(Fault::Slow(latch)) => {
                latch.wait().await;
                self.plain()
            }
            // A page in place of a redirect.
            Some(fault) => fault::instead_of(Answer::data(Value::Null), fault).await,
        }
    }

    fn plain(self) -> Response {
        let (status, location) = match self {
            Self::To(location) => (301, Some(location)),
            Self::With(status, location) => (status, Some(location)),
            Self::Status(status) => (status, None),
        };
        let mut builder = Response::builder()
            .status(StatusCode::from_u16(status).unwrap())
            .header(CONTENT_TYPE, "text/html; charset=utf-8")
            .header(SET_COOKIE, "tt_chain_token=tracker; Domain=.tiktok.com")
            .header(CONNECTION, "close");
        if let Some(location) = location {
            // Any bytes, as hostile servers send them.
            let location = HeaderValue::from_bytes(location.as_bytes()).unwrap();
            builder = builder.header(LOCATION, location);
        }
        builder
            .body(Body::from("<a href=\"#\">Moved Permanently</a>."))
            .unwrap()
    }
}

/// Host and path of a link, without a slash at the end. tiktok.com is www.tiktok.com.
pub fn place(link: &str) -> String {
    let place = link.trim_start_matches("https://").trim_end_matches('/');
    match place.strip_prefix("tiktok.com/") {
        Some(path) => format!("www.tiktok.com/{path}"),
        None => place.to_owned(),
    }
}

/// The [`place`] that a request asks for, if it is one of TikTok's.
pub fn requested(host: &str, path: &str) -> Option<String> {
    let below = path.trim_start_matches('/').split('/').next()?;
    if below.ends_with("tiktok.com") {
        return Some(place(path.trim_start_matches('/')));
    }
    let host = host.split(':').next()?;
    host.ends_with("tiktok.com")
        .then(|| place(&format!("{host}{path}")))
}
