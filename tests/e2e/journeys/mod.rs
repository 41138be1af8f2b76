//! What people do with ClipCart, one file a theme. English texts are the page's own.

mod acts;
mod canary;
mod cards;
mod errors;
mod form;
mod history;
mod keyboard;
mod limits;
mod links;
mod looks;
mod main_job;
mod outages;
mod playback;
mod sample;
mod settings;
mod states;
