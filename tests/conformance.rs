//! What a proxy of `deploy/` must do, the same on each: real nginx and real workerd, before the fake API.
//!
//! `scripts/test.sh` runs it on what `make dist` left.
#![cfg(not(target_arch = "wasm32"))]

mod support;

/// Makes of each case a test on each proxy.
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
    pub mod proxy_env;

    mod arguments;
    mod asking;
    mod built;
    mod caching;
    mod files;
    mod headers;
    mod limits;
    mod nginx;
    mod refusing;
    mod secrets;
    mod upstream;
    mod worker;
}
