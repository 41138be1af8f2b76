//! The hit rate of nginx's cache for a stream of queries, a few of them frequent and most of them rare.
//!
//! The stream is the same each time. Responses don't expire in it, so the rate is that of one period of
//! CLIPCART_CACHE_SECONDS.

use std::collections::HashSet;

use futures_util::{StreamExt, stream};

use super::{NO_LIMIT, PASSWORD};
use crate::support::fake_api::{FakeApi, Key, PATH};
use crate::support::hosts::{Host, Kind, Settings};
use crate::support::http;

const KEY: &str = "load-5c0ffee1";
const SEED: u64 = 20_260_930;
/// The number of queries. The frequency of the one with rank r is proportional to r^-EXPONENT.
const QUERIES: usize = 5_000;
const EXPONENT: f64 = 1.0;
/// The numbers of requests after which a row is printed.
const CHECKPOINTS: [usize; 5] = [500, 1_000, 2_500, 5_000, 10_000];
/// Requests at the same time.
const CLIENTS: usize = 8;

pub async fn run() {
    let api = FakeApi::start(Key::Required(KEY.to_owned())).await;
    let mut settings = Settings::new(api.url(), KEY);
    settings.users = vec![("anna".to_owned(), PASSWORD.to_owned())];
    settings.client_per_minute = NO_LIMIT;
    settings.daily = NO_LIMIT;
    let nginx = Host::start(Kind::Nginx, &settings).await;
    println!(
        "\nThe cache's hit rate: queries by Zipf's law, exponent {EXPONENT}, {QUERIES} queries, seed {SEED}\n"
    );
    println!("| requests | different queries | hits | upstream requests (credits) | hit rate |");
    println!("| ---: | ---: | ---: | ---: | ---: |");
    let client = http::client();
    let mut ranks = Zipf::new(QUERIES, EXPONENT, SEED);
    let (mut asked, mut hits) = (0, 0);
    let mut different = HashSet::new();
    for checkpoint in CHECKPOINTS {
        let part: Vec<usize> = ranks.by_ref().take(checkpoint - asked).collect();
        different.extend(part.iter().copied());
        let answers = stream::iter(part).map(|rank| {
            let id = 7_521_783_049_722_285_000 + rank as u64;
            let url = format!(
                "{}/api{PATH}?video_ids={id}&page_num=1&page_size=10",
                nginx.url()
            );
            let request = client.get(url).basic_auth("anna", Some(PASSWORD));
            async move {
                let answer = request.send().await.unwrap();
                assert_eq!(answer.status(), 200);
                let hit = answer.headers()["x-cache"] == "HIT";
                answer.bytes().await.unwrap();
                hit
            }
        });
        let answers: Vec<bool> = answers.buffer_unordered(CLIENTS).collect().await;
        asked = checkpoint;
        hits += answers.iter().filter(|hit| **hit).count();
        let credits = api.requests().len();
        assert_eq!(hits + credits, asked, "each request is a hit or a credit");
        let rate = hits as f64 / asked as f64;
        println!(
            "| {asked} | {} | {hits} | {credits} | {:.1} % |",
            different.len(),
            rate * 100.0
        );
    }
}

/// An endless sequence of ranks from 0.
struct Zipf {
    /// The cumulative probability of each rank.
    sums: Vec<f64>,
    state: u64,
}

impl Zipf {
    fn new(count: usize, exponent: f64, seed: u64) -> Self {
        let weight = |rank: usize| (rank as f64).powf(-exponent);
        let all: f64 = (1..=count).map(weight).sum();
        let mut sum = 0.0;
        let sums = (1..=count).map(|rank| {
            sum += weight(rank) / all;
            sum
        });
        Self {
            sums: sums.collect(),
            state: seed,
        }
    }

    /// A random number from 0 up to 1, by SplitMix64.
    fn random(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }
}

impl Iterator for Zipf {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.random();
        let rank = self.sums.partition_point(|sum| *sum <= at);
        // The last sum may be a little below 1.
        Some(rank.min(self.sums.len() - 1))
    }
}
