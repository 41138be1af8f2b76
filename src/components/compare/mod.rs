//! The selected videos side by side. `domain::rows::compare` decides which value is the best.

pub mod columns;
pub mod imported_rows;
pub mod metric_rows;
pub mod product_row;
pub mod selection;

use leptos::prelude::*;

use self::columns::Columns;
use self::imported_rows::ImportedRows;
use self::metric_rows::MetricRows;
use self::product_row::ProductRow;
use self::selection::Selection;
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::view::Mode;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

#[component]
pub fn Compare() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let selection = Memo::new(move |_| Selection::of(analysis));
    let missing = Memo::new(move |_| selection.with(|selection| selection.missing));
    let notice = move || {
        let missing = missing.get();
        (missing > 0).then(|| view! { <p class="notice">{(t.compare.not_in_results)(missing)}</p> })
    };
    let has_videos = move || selection.with(|selection| !selection.videos.is_empty());
    view! {
        <div class="compare" tabindex="-1">
            {move || notice()}
            <Show when=has_videos fallback=|| view! { <NothingSelected /> }>
                <div class="compare__frame" role="region" aria-label=t.compare.title tabindex="0">
                    <table>
                        <caption class="visually-hidden">{t.compare.title}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t.compare.metric}</th>
                                <Columns selection />
                            </tr>
                        </thead>
                        <tbody>
                            <ProductRow selection />
                            <ImportedRows selection />
                            <MetricRows selection />
                        </tbody>
                    </table>
                </div>
            </Show>
        </div>
    }
}

#[component]
fn NothingSelected() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let show_cards = move || analysis.push_view(|view| view.mode = Mode::Cards);
    view! {
        <div class="panel">
            <h2>{t.compare.none_selected}</h2>
            <p>{t.compare.none_selected_advice}</p>
            <Button variant=ButtonVariant::Primary on_click=show_cards>
                {t.results.cards}
            </Button>
        </div>
    }
}
