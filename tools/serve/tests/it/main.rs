//! The server as a browser meets it: real sockets, a build in a temporary folder.

mod agreement;
mod caching;
mod companions;
mod limits;
mod proxy;
mod site;
mod support;
