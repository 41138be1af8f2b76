//! Loads the code of lazy views before they are asked for, so that they then show at once, and offline too.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::ui::lazy_view::{LazyFuture, lazy};
use crate::domain::view::Mode;

/// How long the results come first.
const DELAY: Duration = Duration::from_secs(1);

// One for each file that `lazy!` names. They do nothing: to call one loads its file.
lazy! { table: fn table() -> () = () }
lazy! { charts: fn charts() -> () = () }
lazy! { panels: fn panels() -> () = () }
lazy! { runs: fn runs() -> () = () }

/// Loads the code of a view at once: it is the next to be shown.
pub fn preload_view(mode: Mode) {
    match mode {
        Mode::Cards => {}
        Mode::Table | Mode::Compare => preload(table()),
        Mode::Charts => preload(charts()),
    }
}

/// Loads all code soon, while the user looks at the first results.
pub fn preload_all_soon() {
    set_timeout(
        || {
            for code in [table(), charts(), panels(), runs()] {
                preload(code);
            }
        },
        DELAY,
    );
}

fn preload(code: LazyFuture<()>) {
    spawn_local(async {
        // Without it the view tries again, and says so.
        let _ = code.await;
    });
}
