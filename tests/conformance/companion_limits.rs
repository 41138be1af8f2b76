//! Limits of the calls beside the endpoint: products take from the credits, covers and links have budgets of their own.

use super::companion_env::{CALLS, query};
use super::companion_rules::env;
use super::limits::within_a_day;
use crate::support::fake_api::companion::Call;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    a_day_has_a_limit_for_each,
    products_take_from_the_credits,
    clients_are_limited,
    many_covers_and_links_leave_searches_their_share,
);

async fn a_day_has_a_limit_for_each(kind: Kind) {
    for (limited, name) in [
        (Call::Covers, "CLIPCART_COVERS_DAILY"),
        (Call::Links, "CLIPCART_LINKS_DAILY"),
    ] {
        let env = within_a_day(async || {
            let env = env(kind, |settings| {
                settings.more = vec![(name, "2".to_owned())];
            })
            .await;
            for n in [1, 2] {
                let answer = env.companion(limited, &query(limited, n)).await;
                answer.assert_companion("MISS");
            }
            let answer = env.companion(limited, &query(limited, 3)).await;
            answer.assert_refused(429);
            let seconds: u32 = answer.header("retry-after").unwrap().parse().unwrap();
            assert!((1..=86_400).contains(&seconds), "{seconds}");
            env
        })
        .await;
        assert_eq!(env.received(limited).len(), 2);
        // Cached responses are still served, and the others have their own limits.
        let cached = env.companion(limited, &query(limited, 1)).await;
        cached.assert_companion("HIT");
        for call in CALLS.into_iter().filter(|call| *call != limited) {
            for n in [1, 2, 3] {
                let answer = env.companion(call, &query(call, n)).await;
                answer.assert_companion("MISS");
            }
        }
        let id = rows::id(1);
        env.request_video(&id).await.assert_good(&id, "MISS");
    }
}

async fn products_take_from_the_credits(kind: Kind) {
    let env = within_a_day(async || {
        let env = env(kind, |settings| settings.daily = 2).await;
        let id = rows::id(1);
        env.request_video(&id).await.assert_good(&id, "MISS");
        let product = env.companion(Call::Products, "product_ids=1").await;
        product.assert_companion("MISS");
        let product = env.companion(Call::Products, "product_ids=2").await;
        product.assert_refused(429);
        env.request_video(&rows::id(2)).await.assert_refused(429);
        env
    })
    .await;
    assert_eq!(env.received(Call::Products).len(), 1);
    assert_eq!(env.upstream().len(), 1);
    for call in [Call::Covers, Call::Links] {
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
    }
}

async fn clients_are_limited(kind: Kind) {
    for call in CALLS {
        let env = env(kind, |settings| settings.client_per_minute = 3).await;
        let mut refused = 0;
        for n in 1..=6 {
            let answer = env.companion(call, &query(call, n)).await;
            if answer.status != 200 {
                answer.assert_refused(429);
                refused += 1;
            }
        }
        assert!(refused > 0, "{call:?}");
        assert_eq!(env.received(call).len(), 6 - refused);
    }
}

async fn many_covers_and_links_leave_searches_their_share(kind: Kind) {
    let env = env(kind, |settings| settings.client_per_minute = 3).await;
    for call in [Call::Covers, Call::Links] {
        let mut statuses = Vec::new();
        for n in 1..=6 {
            statuses.push(env.companion(call, &query(call, n)).await.status);
        }
        assert!(statuses.contains(&429), "{call:?}: {statuses:?}");
    }
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");
    let answer = env.companion(Call::Products, "product_ids=1").await;
    answer.assert_companion("MISS");
    // These two share a limit, with the page.
    let mut statuses = Vec::new();
    for n in 2..=6 {
        let query = query(Call::Products, n);
        statuses.push(env.companion(Call::Products, &query).await.status);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
    env.request_video(&rows::id(2)).await.assert_refused(429);
}
