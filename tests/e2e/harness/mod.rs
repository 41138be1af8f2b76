//! What a journey stands on, from the driver's process up to finding a button by its name.
//!
//! Knows browsers and accessibility, not ClipCart; what the app's parts are called is said in
//! `journeys`.

mod axe;
mod browser;
mod chromium;
mod console;
mod driver;
mod find;
mod found;
mod front;
mod keyboard;
mod page;
mod pointer;
mod search;
mod stage;
mod traces;
mod wait;

pub use browser::Browser;
pub use found::Found;
pub use keyboard::key;
pub use page::Page;
pub use stage::{KEY, Setup, Stage};
pub use wait::eventually;
