//! A row of the table: the video, then the chosen columns.

use leptos::prelude::*;

use super::cell::Cell;
use super::drawn_row::DrawnRow;
use crate::components::card::video_name::video_name;
use crate::components::ui::cover_picture::{CoverPicture, Placeholder};
use crate::domain::ids::VideoId;
use crate::domain::videos::Video;
use crate::state::analysis::Analysis;
use crate::state::card_focus::CardFocus;
use crate::state::locale::{use_locale, use_texts};

/// The row. `position` is its place in the table, from 0.
#[component]
pub fn TableRow(item: Memo<DrawnRow>, position: Memo<usize>) -> impl IntoView {
    let locale = use_locale();
    let cells = move || {
        let DrawnRow { context, row, .. } = item.get();
        let columns = context.columns.iter();
        columns
            .map(|column| view! { <Cell context=context.clone() row column=*column locale /> })
            .collect_view()
    };
    // Other columns leave it as it is.
    let video = Memo::new(move |_| item.with(|item| item.context.results.video(item.row).clone()));
    view! {
        // The header is row 1.
        <tr aria-rowindex=move || (position.get() + 2).to_string()>
            {move || view! { <VideoCell video=video.get() /> }}
            {cells}
        </tr>
    }
}

#[component]
fn VideoCell(video: Video) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let card_focus = expect_context::<CardFocus>();
    let id = video.id;
    let name = video_name(&video, t);
    let caption = match video.caption.as_str() {
        "" => t.card.no_caption,
        caption => caption,
    };
    let placeholder = Placeholder {
        seed: id.get(),
        ..Placeholder::default()
    };
    view! {
        <th scope="row" class="results-table__video" aria-label=name.clone()>
            <div class="results-table__inside">
                <CompareCheckbox id name=name.clone() />
                <span class="results-table__cover" aria-hidden="true">
                    <CoverPicture url=video.cover.clone() placeholder />
                </span>
                <button
                    type="button"
                    class="results-table__caption"
                    aria-label=(t.table.show_card)(&name)
                    on:click=move |_| card_focus.show(id, analysis)
                >
                    <span dir="auto">{caption.to_owned()}</span>
                </button>
            </div>
        </th>
    }
}

/// Selects the video for comparison.
#[component]
fn CompareCheckbox(id: VideoId, name: String) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let is_full = analysis.is_selection_full(id);
    view! {
        <input
            type="checkbox"
            value=id.to_string()
            aria-label=(t.card.compare_video)(&name)
            title=move || is_full.get().then_some(t.compare.selection_full)
            disabled=is_full
            prop:checked=analysis.is_selected(id)
            on:change=move |_| analysis.replace_view(|view| view.toggle(id))
        />
    }
}
