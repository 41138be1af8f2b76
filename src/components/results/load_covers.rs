//! "Load covers": covers that their server refused are signed by a call of their own, with the user's key.

use leptos::prelude::*;

use crate::components::ui::button::Button;
use crate::components::ui::show::Show;
use crate::state::covers::Covers;
use crate::state::locale::use_texts;

/// Shown while covers wait for the user.
#[component]
pub fn LoadCovers() -> impl IntoView {
    let t = &use_texts().results;
    // A page without this, such as a test's, signs nothing.
    let covers = use_context::<Covers>();
    let is_offered = Memo::new(move |_| covers.is_some_and(Covers::is_offered));
    let agree = move || {
        if let Some(covers) = covers {
            covers.agree();
        }
    };
    view! {
        <Show when=move || is_offered.get()>
            <div class="offer">
                <Button described_by="load-covers-note" on_click=agree>
                    {t.load_covers}
                </Button>
                <span class="offer__note" id="load-covers-note">{t.load_covers_note}</span>
            </div>
        </Show>
    }
}
