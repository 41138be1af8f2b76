//! Parts of the page whose code is in a file of its own, which is loaded when it is first needed.

use std::pin::Pin;
use std::time::Duration;

use futures_channel::mpsc::unbounded;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use send_wrapper::SendWrapper;

use super::button::{Button, ButtonVariant};
use super::show::Show;
use crate::state::locale::use_texts;
use crate::state::navigation::reload_page;

/// What a lazy function returns: its result, once the file with its code has been loaded.
pub type LazyFuture<T> = Pin<Box<dyn Future<Output = Result<T, LoadError>>>>;

/// The file could not be loaded. The browser's console says why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoadError;

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Declares a function whose code the build puts in a file; functions with the same name before the colon share one.
///
/// As Leptos' `#[lazy]`, after which a file that can't be loaded ends the program. Without the feature
/// `code-splitting`, as in tests, the code stays in the one program.
macro_rules! lazy {
    ($file:ident: $vis:vis fn $name:ident($($arg:ident: $arg_type:ty),*) -> $output:ty = $body:expr) => {
        $vis fn $name($($arg: $arg_type),*) -> $crate::components::ui::lazy_view::LazyFuture<$output> {
            #[cfg_attr(
                feature = "code-splitting",
                ::leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)
            )]
            fn $name($($arg: $arg_type),*) -> Result<$output, $crate::components::ui::lazy_view::LoadError> {
                Ok($body)
            }
            #[cfg(feature = "code-splitting")]
            let output = $name($($arg),*);
            #[cfg(not(feature = "code-splitting"))]
            let output = std::future::ready($name($($arg),*));
            Box::pin(output)
        }
    };
}
pub(crate) use lazy;

/// Code that comes sooner is not announced.
const SLOW: Duration = Duration::from_millis(300);

/// What is shown while a view's code is not there, and what is then said in place of "Loading…".
pub struct LazyFallback {
    pub loading: &'static str,
    pub view: ViewFn,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LoadState {
    Loading,
    Failed,
    Loaded,
}

/// Shows a lazy view. Until its code is there, it says so; if that can't be loaded, it offers to try again. Meanwhile the
/// `fallback` is shown, if there is one.
///
/// The view is not inside a closure of this component: its parts would run once more after their signals are disposed.
#[component]
pub fn LazyView(
    #[prop(into)] load: Callback<(), LazyFuture<AnyView>>,
    #[prop(optional, into)] fallback: Option<LazyFallback>,
) -> impl IntoView {
    let t = &use_texts().common;
    let state = RwSignal::new(LoadState::Loading);
    let is_slow = RwSignal::new(false);
    set_timeout(
        move || {
            let _ = is_slow.try_set(true);
        },
        SLOW,
    );
    let loading = match &fallback {
        Some(fallback) => fallback.loading,
        None => t.loading,
    };
    let status = move || (is_slow.get() && state.get() == LoadState::Loading).then_some(loading);
    let is_missing = move || match state.get() {
        LoadState::Loading => is_slow.get(),
        LoadState::Failed => true,
        LoadState::Loaded => false,
    };
    let (try_again, mut presses) = unbounded();
    let view = async move {
        loop {
            if let Ok(view) = load.run(()).await {
                state.set(LoadState::Loaded);
                return Some(view);
            }
            state.set(LoadState::Failed);
            presses.recv().await.ok()?;
            state.set(LoadState::Loading);
        }
    };
    let try_again = Callback::new(move |()| {
        let _ = try_again.unbounded_send(());
    });
    view! {
        {Suspend::new(SendWrapper::new(view))}
        // The same element throughout: only so is a change of its text announced.
        <p class="lazy-view__status" role="status">{move || status()}</p>
        {move || (state.get() == LoadState::Failed).then(|| view! { <NotLoaded try_again /> })}
        {fallback.map(|fallback| view! { <Show when=is_missing>{fallback.view.run()}</Show> })}
    }
}

#[component]
fn NotLoaded(try_again: Callback<()>) -> impl IntoView {
    let t = use_texts();
    view! {
        <div class="panel panel--problem" role="alert">
            <p>{t.common.part_not_loaded}</p>
            <div class="panel__steps">
                <Button variant=ButtonVariant::Primary on_click=try_again>
                    {t.common.try_again}
                </Button>
                <Button on_click=reload_page>{t.errors.reload}</Button>
            </div>
        </div>
    }
}
