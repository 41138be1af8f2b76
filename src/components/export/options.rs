//! What is exported, and as what. A field that the chosen format has no use for is not shown.

use leptos::prelude::*;

use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::radio::Radio;
use crate::components::ui::show::Show;
use crate::domain::export::request::Format;
use crate::state::export::{Export, Scope};
use crate::state::locale::use_texts;

#[component]
pub fn FormatField() -> impl IntoView {
    let t = &use_texts().export;
    let export = expect_context::<Export>();
    let formats = [
        (Some(Format::Xlsx), t.xlsx, t.xlsx_note),
        (Some(Format::Csv), t.csv, t.csv_note),
        (Some(Format::Json), t.json, t.json_note),
        (None, t.raw, t.raw_note),
    ];
    let radios = formats
        .into_iter()
        .map(|(format, name, note)| {
            view! {
                <Radio
                    name="format"
                    checked=Signal::derive(move || export.options.get().format == format)
                    on_select=move || export.options.update(|options| options.format = format)
                >
                    {name}
                    <small>{note}</small>
                </Radio>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field-group export__format">
            <legend>{t.format}</legend>
            {radios}
        </fieldset>
    }
}

/// Which rows; the raw response always has all of them.
#[component]
pub fn RowsField() -> impl IntoView {
    let t = &use_texts().export;
    let export = expect_context::<Export>();
    let scopes = [
        (Scope::All, t.all_rows),
        (Scope::CurrentView, t.current_view),
        (Scope::Selected, t.selected_videos),
    ];
    // The counts don't change while the dialog is open.
    let scopes = scopes.map(|(scope, name)| (scope, export.rows(scope).len(), name));
    let radio = move |(scope, count, name): (Scope, usize, fn(usize) -> String)| {
        view! {
            <Radio
                name="rows"
                checked=Signal::derive(move || export.options.get().scope == scope)
                disabled=count == 0
                on_select=move || export.options.update(|options| options.scope = scope)
            >
                {name(count)}
            </Radio>
        }
    };
    view! {
        <Show when=move || export.options.get().format.is_some()>
            <fieldset class="field-group">
                <legend>{t.rows}</legend>
                {scopes.into_iter().map(radio).collect_view()}
            </fieldset>
        </Show>
    }
}

/// How texts are written to CSV.
#[component]
pub fn CsvField() -> impl IntoView {
    let t = &use_texts().export;
    let export = expect_context::<Export>();
    let captions = [(true, t.captions_safe), (false, t.captions_unchanged)];
    let radio = move |(guard, name): (bool, &'static str)| {
        view! {
            <Radio
                name="captions"
                checked=Signal::derive(move || export.options.get().guard_formulas == guard)
                on_select=move || export.options.update(|options| options.guard_formulas = guard)
            >
                {name}
            </Radio>
        }
    };
    view! {
        <Show when=move || export.options.get().format == Some(Format::Csv)>
            <fieldset class="field-group">
                <legend>{t.captions}</legend>
                {captions.into_iter().map(radio).collect_view()}
                <Checkbox
                    label=t.bom
                    checked=Signal::derive(move || export.options.get().bom)
                    on_change=Callback::new(move |bom| export.options.update(|options| options.bom = bom))
                />
            </fieldset>
        </Show>
    }
}
