//! Journeys through the release build in real browsers, under the production policy.
//!
//! `harness` starts browsers and servers and finds things by role and name; `journeys` tell what a
//! person does. The build is taken from `CLIPCART_DIST`, or `dist/`; the drivers from `CHROMEDRIVER`,
//! `GECKODRIVER` and `WEBKITDRIVER`, or the PATH. What is missing fails, with a line that says so.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "e2e/harness/mod.rs"]
mod harness;
#[path = "e2e/journeys/mod.rs"]
mod journeys;
