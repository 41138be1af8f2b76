//! What people do with ClipCart, one file a theme. English texts are the page's own.

mod acts;
mod canary;
mod charts;
mod cards;
mod chinese;
mod covers;
mod errors;
mod focus;
mod form;
mod history;
mod hosted;
mod keyboard;
mod limits;
mod links;
mod looks;
mod main_job;
mod once;
mod outages;
mod playback;
mod proxied;
mod refused;
mod sample;
mod settings;
mod states;
mod tampered;
mod typed;
