//! Journeys through the release build in real browsers, under the production policy.
//!
//! `harness` starts browsers and servers and finds elements by role and name. `journeys` do what a
//! person does. The build is `CLIPCART_DIST`, or `dist/`; the drivers are `CHROMEDRIVER`,
//! `GECKODRIVER` and `WEBKITDRIVER`, or those in the PATH. A missing one fails with a line that
//! names it.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "e2e/harness/mod.rs"]
mod harness;
#[path = "e2e/journeys/mod.rs"]
mod journeys;
