//! Shared by the test suites: fakes of the outside world, and the documented contract.
//!
//! Nothing here uses the app's code, so that a mistake in the app cannot hide in its tests.
#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary uses a part of this module"
)]

pub mod contract;
pub mod covers;
pub mod fake_api;
pub mod fake_cdn;
pub mod hosts;
pub mod http;
pub mod latch;
pub mod products;
pub mod recorded;
pub mod rows;
pub mod tls;
