//! Locks by name across the tabs of the page (Web Locks). `web-sys` has them behind a flag for unstable APIs only.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Promise;
}

/// A lock that this tab holds until it is dropped, or the tab ends.
pub struct LockGuard {
    /// Resolves the promise for which the browser holds the lock.
    release: Option<Function>,
}

impl Drop for LockGuard {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes a lock unless another tab holds it, or this one. Browsers without Web Locks, and pages without a secure origin,
/// get a guard that locks nothing.
pub async fn try_lock(name: &str) -> Option<LockGuard> {
    const NO_LOCK: LockGuard = LockGuard { release: None };
    let Some(locks) = lock_manager() else {
        return Some(NO_LOCK);
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let (sender, granted) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    let answer = {
        let sender = sender.clone();
        move |guard| {
            if let Some(sender) = sender.take() {
                // If nobody waits any more, this drops the guard.
                let _ = sender.send(guard);
            }
        }
    };
    let callback = Closure::once_into_js(move |lock: JsValue| match lock.is_null() {
        true => {
            answer(None);
            JsValue::UNDEFINED
        }
        false => {
            let (held, guard) = hold();
            answer(Some(guard));
            held.into()
        }
    });
    let request = locks.request(name, &options, callback.unchecked_ref());
    spawn_local(async move {
        // It ends with the lock, or at once where the page may not have locks.
        if JsFuture::from(request).await.is_err()
            && let Some(sender) = sender.take()
        {
            let _ = sender.send(Some(NO_LOCK));
        }
    });
    granted.await.unwrap_or(None)
}

/// A promise, and the guard that resolves it.
fn hold() -> (Promise, LockGuard) {
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    (held, LockGuard { release })
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}
