//! The HTTP client of the tests, for servers on this machine.

use std::net::{IpAddr, Ipv4Addr};

/// A client that ignores proxies in the environment and unpacks nothing. The TLS provider is set explicitly because a
/// build with TLS elsewhere in the workspace requires it.
pub fn client() -> reqwest::Client {
    client_from(Ipv4Addr::LOCALHOST.into())
}

/// The same, sending from this address of this machine.
pub fn client_from(address: IpAddr) -> reqwest::Client {
    // Fails if another test of this process has installed it, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        // Bodies as they come, also in a build where the local server's client unpacks them.
        .no_gzip()
        .local_address(address)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
