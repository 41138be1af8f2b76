//! The server as a browser meets it: real sockets, a build in a temporary folder.

mod agreement;
mod companions;
mod proxy;
mod site;
mod support;
