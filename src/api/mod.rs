//! Talking to KeyAPI or a proxy: the request URL, the request, and decoding the response.

pub mod client;
pub mod endpoint;
pub mod time_limit;
pub mod wire;
