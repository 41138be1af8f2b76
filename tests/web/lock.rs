//! Locks across tabs.

use clipcart::platform::lock::try_lock;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::until;

#[wasm_bindgen_test]
async fn a_lock_has_one_holder_at_a_time() {
    let first = try_lock("test.run").await;
    assert!(first.is_some());
    assert!(try_lock("test.run").await.is_none());
    let other = try_lock("test.other").await;
    assert!(other.is_some());
    drop(first);
    // The browser releases it a moment later.
    let mut again = None;
    let end = js_sys::Date::now() + 10_000.0;
    while again.is_none() {
        assert!(js_sys::Date::now() < end, "the lock is still held");
        again = try_lock("test.run").await;
    }
    assert!(try_lock("test.run").await.is_none());
}

/// A lock that nobody waits for any more is not held.
#[wasm_bindgen_test]
async fn a_lock_that_came_too_late_is_released() {
    drop(try_lock("test.unwanted"));
    let mut polled = Box::pin(try_lock("test.late"));
    let waker = std::task::Waker::noop();
    let mut context = std::task::Context::from_waker(waker);
    assert!(polled.as_mut().poll(&mut context).is_pending());
    drop(polled);
    let mut guard = None;
    for _ in 0..1_000 {
        guard = try_lock("test.late").await;
        if guard.is_some() {
            break;
        }
        until("a moment", || true).await;
    }
    assert!(guard.is_some());
}
