//! `make load`: measures the throughput of the proxies of `deploy/` on this machine, and the hit rate of their cache.
//!
//! It prints tables. It fails only if a measurement is invalid, such as one with failed requests.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "load"]
mod parts {
    pub mod machine;
    pub mod nginx;
    pub mod replay;
    mod site;
    mod table;
    pub mod upstream;
    pub mod worker;
    pub mod wrk;

    use serde_json::json;

    use crate::support::{http, rows};

    /// More than the requests of any run.
    const NO_LIMIT: u32 = 999_999_999;
    /// The password of all users.
    const PASSWORD: &str = "pw";
    /// A query for ten videos, as the app sends.
    const QUERY: &str = "video_ids=7521783049722285000,7521783049722285001,7521783049722285002,\
        7521783049722285003,7521783049722285004,7521783049722285005,7521783049722285006,7521783049722285007,\
        7521783049722285008,7521783049722285009&page_num=1&page_size=10";

    /// The response to it.
    pub fn answer() -> String {
        let rows: Vec<_> = (0..10).map(|n| rows::row(&rows::id(n))).collect();
        json!({"code": 0, "message": "success", "data": rows}).to_string()
    }

    /// The Authorization header of this user.
    fn authorization(user: &str) -> String {
        let request = http::client().get("http://127.0.0.1");
        let request = request.basic_auth(user, Some(PASSWORD)).build().unwrap();
        request.headers()["authorization"]
            .to_str()
            .unwrap()
            .to_owned()
    }
}

use parts::{machine, nginx, replay, upstream, worker, wrk};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    machine::assign_cores();
    println!("{}", machine::facts());
    let answer = parts::answer();
    println!(
        "an answer is {} bytes; {} connections, kept alive; each number is the median of {} runs of {} s",
        answer.len(),
        wrk::CONNECTIONS,
        wrk::ROUNDS,
        wrk::SECONDS
    );
    let upstream = upstream::Upstream::start(&answer).await;
    let cached = nginx::run(&upstream).await;
    worker::run(&upstream, &answer).await;
    replay::run().await;
    println!(
        "\nOne core of this machine: {:.0} cached answers/s × 86 400 s = {:.0} million a day.",
        cached.per_second,
        cached.per_second * 86_400.0 / 1e6
    );
}
