//! The file that was opened: its name, where its ids are from, its other columns; or why it could not be read.

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::domain::imports::file::ImportedFile;
use crate::state::locale::use_texts;
use crate::state::open_file::{FileStatus, OpenFile};

/// Nothing while there is no file. `open_button` gets the focus when the file is removed.
#[component]
pub fn OpenedFile(open_button: NodeRef<html::Button>) -> impl IntoView {
    let t = &use_texts().files;
    let labeled = use_texts().common.labeled;
    let open_file = expect_context::<OpenFile>();
    let is_reading = move || open_file.status.get() == FileStatus::Reading;
    let problem = Memo::new(move |_| match open_file.status.get() {
        FileStatus::Idle | FileStatus::Reading => None,
        FileStatus::NotLoaded => Some(t.not_loaded),
        FileStatus::Failed(problem) => Some((t.problem)(problem)),
    });
    let status = move || match is_reading() {
        true => (t.reading)(&open_file.name.get()),
        false => summary(open_file),
    };
    let focus_button = move || {
        if let Some(button) = open_button.get_untracked() {
            let _ = button.focus();
        }
    };
    let cancel = move || {
        open_file.cancel();
        focus_button();
    };
    let remove = move || {
        open_file.remove();
        focus_button();
    };
    let has_file = move || open_file.read.with(Option::is_some);
    let has_columns = move || open_file.form.imported.with(Option::is_some);
    view! {
        <div class="opened-file">
            <p class="opened-file__status" role="status">{status}</p>
            <Show when=is_reading>
                <Button variant=ButtonVariant::Text on_click=cancel>{use_texts().common.cancel}</Button>
            </Show>
            <Show when=move || !is_reading() && (has_file() || has_columns() || problem.get().is_some())>
                <Button variant=ButtonVariant::Text on_click=remove>{t.remove}</Button>
            </Show>
            <p class="field__problem" role="alert">
                {move || problem.get().map(|problem| labeled(&open_file.name.get(), problem))}
            </p>
            <Show when=move || !is_reading()>
                <Choices />
            </Show>
        </div>
    }
}

/// "products.csv · 312 rows · IDs from column “Video link” · also: Creator, Note".
fn summary(open_file: OpenFile) -> String {
    let t = use_texts();
    let columns = open_file.form.imported.with(|columns| {
        let names = columns.as_ref().map(|columns| columns.names());
        names.map(|names| (t.common.list)(names))
    });
    let read = open_file.read.get();
    let Some(file) = read else {
        let columns = columns.filter(|_| open_file.status.get() == FileStatus::Idle);
        return columns.map_or_else(String::new, |columns| (t.files.earlier_columns)(&columns));
    };
    let column = chosen_column(&file).map(|name| (t.files.ids_from)(name));
    let also = columns
        .filter(|_| !file.needs_column())
        .map(|columns| (t.files.also)(&columns));
    let name = open_file.name.get();
    let parts = [Some((t.files.read)(&name, file.rows)), column, also];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of the column that the ids are from.
fn chosen_column(file: &ImportedFile) -> Option<&str> {
    let column = file.column?;
    let mut candidates = file.candidates.iter();
    let chosen = candidates.find(|candidate| candidate.index == column);
    chosen.map(|candidate| candidate.name.as_str())
}

/// The sheets and columns that can be chosen, if there are several.
#[component]
fn Choices() -> impl IntoView {
    let t = &use_texts().files;
    let open_file = expect_context::<OpenFile>();
    move || {
        let file = open_file.read.get()?;
        let sheets = file.sheets.iter().map(|name| {
            let sheet = name.clone();
            Choice {
                name: name.clone(),
                is_chosen: file.sheet.as_ref() == Some(name),
                choose: Callback::new(move |()| {
                    open_file.choose_sheet(sheet.clone(), t.unnamed_column);
                }),
            }
        });
        let columns = file.candidates.iter().map(|column| {
            let index = column.index;
            Choice {
                name: column.name.clone(),
                is_chosen: file.column == Some(index),
                choose: Callback::new(move |()| {
                    open_file.choose_column(index, t.unnamed_column);
                }),
            }
        });
        let (sheets, columns): (Vec<_>, Vec<_>) = (sheets.collect(), columns.collect());
        Some(view! {
            <ChoiceGroup label=t.which_sheet choices=sheets />
            <ChoiceGroup label=t.which_column choices=columns />
        })
    }
}

/// One of several sheets or columns.
struct Choice {
    name: String,
    is_chosen: bool,
    choose: Callback<()>,
}

#[component]
fn ChoiceGroup(label: &'static str, choices: Vec<Choice>) -> impl IntoView {
    let are_several = choices.len() > 1;
    let buttons = choices
        .into_iter()
        .map(
            |Choice {
                 name,
                 is_chosen,
                 choose,
             }| {
                view! {
                    <button
                        type="button"
                        class="button opened-file__choice"
                        aria-pressed=is_chosen.to_string()
                        on:click=move |_| choose.run(())
                    >
                        {name}
                    </button>
                }
            },
        )
        .collect_view();
    are_several.then(|| {
        view! {
            <div class="opened-file__choices" role="group" aria-label=label>
                <span aria-hidden="true">{label}</span>
                {buttons}
            </div>
        }
    })
}
