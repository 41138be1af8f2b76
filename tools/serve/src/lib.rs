//! Serves a built ClipCart on this machine with the headers, the policy and the paths of a production server.
//!
//! ```text
//! options  what to serve, checked before anything listens
//! server   the listening task and the routing by path
//! site     the files: types, caching, the page's policy
//! policy   the page's Content-Security-Policy, read from the page
//! proxy    the one request to the API, with the key added
//! guard    who may use the proxy
//! rules    which requests are queries, and what to make of a response
//! key      a key that cannot be printed
//! reply    short responses of this server, and the headers of every response
//! ```
//!
//! It is not a web server for the internet: no TLS, no access log, no configuration file.

mod guard;
mod key;
mod options;
mod policy;
mod proxy;
mod reply;
mod rules;
mod server;
mod site;

pub use key::{Key, KeyProblem};
pub use options::{DEFAULT_API, Options, Proxy};
pub use server::{Running, serve};
