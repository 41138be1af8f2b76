//! What the proxies of `deploy/` must do, on real nginx and real workerd, in front of the fake API.
//!
//! `scripts/test.sh` runs it on the output of `make dist`.
#![cfg(not(target_arch = "wasm32"))]

mod support;

/// Makes a test on each proxy from each case.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod on_nginx {
            $(#[tokio::test] async fn $case() { super::$case($crate::support::hosts::Kind::Nginx).await })+
        }
        mod on_workerd {
            $(#[tokio::test] async fn $case() { super::$case($crate::support::hosts::Kind::Workerd).await })+
        }
    };
}

#[path = "conformance"]
mod cases {
    pub mod companion_env;
    pub mod proxy_env;

    mod agreement;
    mod built;
    mod caching;
    mod companion_limits;
    mod companion_rules;
    mod companions;
    mod files;
    mod headers;
    mod limits;
    mod links;
    mod nginx;
    mod parameters;
    mod refusals;
    mod requests;
    mod secrets;
    mod upstream;
    mod worker;
}
