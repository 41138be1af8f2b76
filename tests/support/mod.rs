//! What the suites share: servers that stand in for the world outside, and the documented contract.
//!
//! Nothing here knows the app's own code, so that a mistake in the app cannot hide in its tests.
#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary takes the part of this module that it needs"
)]

pub mod contract;
pub mod fake_api;
pub mod fake_cdn;
pub mod gate;
pub mod hosts;
pub mod http;
pub mod recorded;
pub mod rows;
pub mod tls;
