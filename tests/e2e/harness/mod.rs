//! The test harness, from the driver's process to finding a button by its name.
//!
//! It knows browsers and accessibility, not ClipCart. The names of the app's parts are in `journeys`.

mod axe;
mod browser;
mod chromium;
mod console;
mod driver;
mod find;
mod keyboard;
mod locator;
mod page;
mod pointer;
mod process;
mod profile;
mod search;
mod tabs;
mod test_env;
mod test_proxy;
mod traces;
mod wait;

pub use browser::Browser;
pub use keyboard::key;
pub use locator::Locator;
pub use page::Page;
pub use test_env::{KEY, Setup, TestEnv};
pub use wait::{eventually, eventually_within};
