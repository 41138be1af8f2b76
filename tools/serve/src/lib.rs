//! Serves a built ClipCart on this machine exactly as production should: same headers, same policy, same paths.
//!
//! ```text
//! options  what to serve, checked before anything listens
//! server   the listening task and the routing by path
//! site     the files: types, caching, the page's policy
//! policy   the page's Content-Security-Policy, read from the page itself
//! proxy    the one API call that may leave, with the key added
//! guard    who may use the proxy
//! key      a key that cannot be printed
//! reply    small answers of our own, and the headers that go on every answer
//! ```
//!
//! Refuses to be a web server for the internet: no TLS, no access log, no configuration file.

mod guard;
mod key;
mod options;
mod policy;
mod proxy;
mod reply;
mod server;
mod site;

pub use key::{Key, KeyProblem};
pub use options::{DEFAULT_API, Options, Proxy};
pub use server::{Running, serve};
