//! Serves a built ClipCart on this machine with the headers, the policy and the paths of a production server.
//!
//! ```text
//! options  what to serve, checked before anything listens
//! server   the listening task and the routing by path
//! site     the files: types, caching, the page's policy
//! policy   the page's Content-Security-Policy, read from the page
//! api      the paths of the API: who responds to which call
//! guard    who may use them
//! rules    which requests are queries, and their canonical form
//! proxy    the one request to the API, with the key added
//! classify what to make of the API's response
//! answer   what a path of the API answers
//! cache    one request for equal queries, and answers that are reused
//! limiter  how many requests go out
//! clock    the time of day
//! links    TikTok's short links
//! key      a key that cannot be printed
//! reply    short texts of this server, and the headers of every response
//! ```
//!
//! It is not a web server for the internet: no TLS, no access log, no configuration file.

mod answer;
mod api;
mod cache;
mod classify;
mod clock;
mod guard;
mod key;
mod limiter;
mod links;
mod options;
mod policy;
mod proxy;
mod reply;
mod rules;
mod server;
mod site;

pub use clock::Clock;
pub use key::{Key, KeyProblem};
pub use options::{CacheTimes, DEFAULT_API, Limits, Options, Proxy};
pub use server::{Running, serve};
