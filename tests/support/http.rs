//! The client by which tests ask servers on this machine.

use std::net::{IpAddr, Ipv4Addr};

/// Never by way of a proxy, whatever the environment says. The TLS provider is named because a
/// build with TLS somewhere else in the workspace insists on one.
pub fn client() -> reqwest::Client {
    client_from(Ipv4Addr::LOCALHOST.into())
}

/// The same, from this address of this machine's.
pub fn client_from(address: IpAddr) -> reqwest::Client {
    // Fails when another test of this process was first, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .local_address(address)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
