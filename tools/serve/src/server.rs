//! The listening task, and the routing by path.

use crate::answer::Answer;
use crate::api::Api;
use crate::options::Options;
use crate::site::Site;
use crate::{guard, policy, reply};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How long `stop` waits for responses in progress.
const PATIENCE: Duration = Duration::from_secs(1);

struct Server {
    address: SocketAddr,
    prefix: String,
    site: Site,
    api: Arc<Api>,
}

/// A server that listens until it is stopped or dropped.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    prefix: String,
    /// Taking or dropping it ends the task.
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

/// Starts to serve. Port 0 means a free port.
///
/// # Errors
/// `NotFound` without a build in `dist`, `InvalidInput` for an option that cannot work, and what binding gives
/// (`AddrInUse`, `PermissionDenied`).
pub async fn serve(options: Options, address: SocketAddr) -> io::Result<Running> {
    options.check()?;
    let api = Arc::new(Api::new(&options)?);
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let server = Server {
        address,
        prefix: options.prefix.clone(),
        site: Site::new(&options),
        api,
    };
    let app = Router::new().fallback(answer).with_state(Arc::new(server));
    let (stop, stopped) = oneshot::channel::<()>();
    let ending = async move {
        // An error means that the sender was dropped, which also ends the task.
        let _ = stopped.await;
    };
    let task = tokio::spawn(async move {
        axum::serve(listener, app)
            .with_graceful_shutdown(ending)
            .await
    });
    Ok(Running {
        address,
        prefix: options.prefix,
        stop: Some(stop),
        task,
    })
}

impl Running {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The page's URL, which ends with a slash.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// Stops listening, and gives responses in progress a second to finish.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        if tokio::time::timeout(PATIENCE, &mut self.task)
            .await
            .is_err()
        {
            self.task.abort();
        }
    }
}

async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response<Body> {
    // While a build is written, the folder is missing for a moment.
    let page = server.site.page().await;
    let policy = policy::header(page.as_deref().unwrap_or_default());
    let (request, body) = request.into_parts();
    let mut response = match (server.api(&request).await, page) {
        (Some(response), _) => response,
        (None, Ok(page)) => {
            let request = Request::from_parts(request, body);
            server.route(&page, request).await
        }
        (None, Err(_)) => reply::plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "the build isn't there at the moment: reload\n",
        ),
    };
    reply::harden(response.headers_mut(), &policy);
    response
}

impl Server {
    /// Responds to a request for the API. It needs no build.
    async fn api(&self, request: &Parts) -> Option<Response<Body>> {
        let uri = &request.uri;
        let path = uri.path().strip_prefix(&self.prefix)?.strip_prefix("api")?;
        if !self.api.has(path) {
            return None;
        }
        let query = uri.query().unwrap_or_default();
        Some(match guard::refusal(&request.headers, uri, self.address) {
            Some(reason) => Answer::refusal(StatusCode::FORBIDDEN, reason).to_response(),
            None => self.api.respond(&request.method, path, query).await,
        })
    }

    async fn route(&self, page: &str, request: Request) -> Response<Body> {
        let uri = request.uri().clone();
        let Some(path) = uri.path().strip_prefix(&self.prefix) else {
            return self.elsewhere(uri.path(), uri.query());
        };
        self.site.answer(path, page, request).await
    }

    /// Outside the prefix: a missing slash at the end is added by a redirect, everything else is 404.
    fn elsewhere(&self, path: &str, query: Option<&str>) -> Response<Body> {
        let target = query.map_or(self.prefix.clone(), |query| {
            format!("{}?{query}", self.prefix)
        });
        match HeaderValue::from_str(&target) {
            Ok(target) if self.prefix.strip_suffix('/') == Some(path) => {
                let mut response = reply::plain(StatusCode::PERMANENT_REDIRECT, "");
                response.headers_mut().insert(header::LOCATION, target);
                response
            }
            _ => reply::plain(StatusCode::NOT_FOUND, "not found\n"),
        }
    }
}
