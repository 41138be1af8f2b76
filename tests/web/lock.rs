//! Locks across tabs.

use std::task::{Context, Waker};

use clipcart::platform::lock::{LockGuard, try_lock};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_lock_has_one_holder_at_a_time() {
    let first = try_lock("test.run").await;
    assert!(first.is_some());
    assert!(try_lock("test.run").await.is_none());
    let other = try_lock("test.other").await;
    assert!(other.is_some());
    drop(first);
    let _again = until_locked("test.run").await;
    assert!(try_lock("test.run").await.is_none());
}

/// A lock that nobody waits for any more is not held.
#[wasm_bindgen_test]
async fn a_lock_that_comes_too_late_is_released() {
    let mut late = Box::pin(try_lock("test.late"));
    let mut context = Context::from_waker(Waker::noop());
    assert!(late.as_mut().poll(&mut context).is_pending());
    drop(late);
    until_locked("test.late").await;
}

/// Takes a lock. The browser releases one a moment after its end.
async fn until_locked(name: &str) -> LockGuard {
    let end = js_sys::Date::now() + 10_000.0;
    loop {
        if let Some(guard) = try_lock(name).await {
            return guard;
        }
        assert!(js_sys::Date::now() < end, "{name} is still held");
    }
}
