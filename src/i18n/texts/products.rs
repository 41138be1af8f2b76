//! Texts of named products.

pub struct ProductTexts {
    /// The button: "Name 14 products".
    pub name: fn(count: usize) -> String,
    pub price: fn(requests: usize, proxy: bool) -> String,
    pub note: &'static str,
    pub naming: fn(done: usize, all: usize) -> String,
    /// After "Stop", until the request on its way has its response.
    pub stopping: &'static str,
    /// There is no such call here.
    pub unavailable: &'static str,
    /// Products that KeyAPI has no name for.
    pub unknown: fn(count: usize) -> String,
    pub failed: &'static str,
    pub commission: fn(rate: &str) -> String,
    pub rating: fn(rating: &str) -> String,
    pub seller: fn(id: &str) -> String,
    pub named_at: fn(day: &str) -> String,
}
