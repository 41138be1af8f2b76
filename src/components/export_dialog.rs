//! Owns: the button "Export" and its dialog: format, rows, and how far the file is.
//! Refuses: making files, which `state::export` sees to.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::button::{Look, bare_button, button, said};
use super::icon::{icon, shape};
use super::tag::{Tag, tag};
use crate::domain::job::Format;
use crate::messages::ExportTexts;
use crate::state::copying::{Copied, copying};
use crate::state::desk::Desk;
use crate::state::effect::effect;
use crate::state::export::{Choice, DOWNLOAD, Export, Phase, What};
use crate::state::locale::{Locale, locale};

/// The button with its dialog.
pub fn export_dialog(desk: Desk) -> Tag {
    let locale = locale();
    let t = locale.export();
    let export = Export::new(desk);
    let close = bare_button(Look::Plain)
        .class("button button--quiet")
        .with(icon(shape::CLOSE))
        .text(locale.texts.close)
        .press(move || export.open.set(false));
    let head = tag("div")
        .class("settings__head")
        .with(said("h2", t.title).attr("id", "export-title"))
        .with(close);
    // How many rows there are is as it was on opening: nothing under the dialog changes while it is open.
    let body = move || match export.open.get() {
        true => fields(export, t),
        false => Vec::new(),
    };
    let dialog = tag("dialog")
        .class("settings export")
        .attr("aria-labelledby", "export-title")
        .with(head)
        .with(said("p", t.note).class("field__hint"))
        .with(tag("div").class("export__fields").live(body))
        .with(steps(export, locale))
        .on("close", move |_| {
            export.cancel();
            export.open.set(false);
        });
    if let Some(element) = dialog.element().dyn_ref::<HtmlDialogElement>().cloned() {
        effect(move || match export.open.get() {
            true if !element.open() => {
                let _ = element.show_modal();
            }
            true => {}
            false => element.close(),
        });
    }
    let opener = bare_button(Look::Plain)
        .attr("id", "open-export")
        .attr("aria-haspopup", "dialog")
        .with(icon(shape::DOWNLOAD))
        .text(locale.texts.export)
        .press(move || export.begin());
    tag("span").class("as-is").with(opener).with(dialog)
}

/// One of several choices.
struct Item {
    label: String,
    note: &'static str,
    /// Nothing is in it.
    empty: bool,
    chosen: bool,
    choose: fn(&mut Choice),
}

fn fields(export: Export, t: &'static ExportTexts) -> Vec<Tag> {
    let now = export.choice.get_untracked();
    let item = |label: &str, note, chosen, choose| Item {
        label: label.to_owned(),
        note,
        empty: false,
        chosen,
        choose,
    };
    let is = |format| now.format == format;
    let formats = vec![
        item(t.xlsx, t.xlsx_note, is(Some(Format::Xlsx)), |c| {
            c.format = Some(Format::Xlsx)
        }),
        item(t.csv, t.csv_note, is(Some(Format::Csv)), |c| {
            c.format = Some(Format::Csv)
        }),
        item(t.json, t.json_note, is(Some(Format::Json)), |c| {
            c.format = Some(Format::Json)
        }),
        item(t.raw, t.raw_note, is(None), |c| c.format = None),
    ];
    let rows = |what: What, label: fn(usize) -> String, choose| {
        let count = export.order(what).len();
        Item {
            label: label(count),
            note: "",
            empty: count == 0,
            chosen: now.what == what,
            choose,
        }
    };
    let rows = vec![
        rows(What::All, t.all_lines, |c| c.what = What::All),
        rows(What::Shown, t.shown_lines, |c| c.what = What::Shown),
        rows(What::Selected, t.selected_lines, |c| {
            c.what = What::Selected
        }),
    ];
    let captions = vec![
        item(t.safe, "", now.guard, |c| c.guard = true),
        item(t.as_is, "", !now.guard, |c| c.guard = false),
    ];
    let bom = radio(
        "bom",
        item(t.bom, "", now.bom, |c| c.bom = !c.bom),
        "checkbox",
        export,
    );
    vec![
        group(t.format, "format", formats, export),
        group(t.lines, "lines", rows, export).live_attr("disabled", move || {
            export.choice.with(|c| c.format.is_none()).then_some("")
        }),
        group(t.captions, "captions", captions, export)
            .with(bom)
            .live_attr("hidden", move || {
                export
                    .choice
                    .with(|c| c.format != Some(Format::Csv))
                    .then_some("")
            }),
    ]
}

fn group(legend: &str, name: &str, items: Vec<Item>, export: Export) -> Tag {
    let items = items
        .into_iter()
        .map(|item| radio(name, item, "radio", export));
    tag("fieldset")
        .class("settings__group")
        .with(said("legend", legend))
        .with_all(items)
}

fn radio(name: &str, item: Item, kind: &str, export: Export) -> Tag {
    let Item {
        label,
        note,
        empty,
        chosen,
        choose,
    } = item;
    let mut input = tag("input")
        .attr("type", kind)
        .attr("name", name)
        .on("change", move |_| export.choice.update(choose));
    if chosen {
        input = input.attr("checked", "");
    }
    if empty {
        input = input.attr("disabled", "");
    }
    let mut text = tag("span").text(&label);
    if !note.is_empty() {
        text = text.with(said("small", note));
    }
    tag("label").class("check").with(input).with(text)
}

/// The way to the file, and how far it is.
fn steps(export: Export, locale: Locale) -> Tag {
    let t = locale.export();
    let (outcome, copy) = copying();
    let phase = export.phase;
    let download = button(Look::Primary, t.download, move || {
        outcome.set(None);
        export.download();
    });
    let copied = button(Look::Plain, t.copy, move || {
        phase.set(Phase::Idle);
        copy(export.table());
    });
    let done = move || match phase.get() {
        Phase::Making(percent) => percent,
        _ => 0,
    };
    let progress = tag("div")
        .class("export__progress")
        .live_attr("hidden", move || {
            (!matches!(phase.get(), Phase::Making(_))).then_some("")
        })
        .with(
            tag("progress")
                .attr("max", "100")
                .attr("aria-label", t.making)
                .live_prop("value", move || done().into()),
        )
        .with(button(Look::Text, locale.texts.cancel, move || {
            export.cancel()
        }));
    let said_of_it = move || {
        match (outcome.get(), phase.get()) {
            (Some(Copied::Done), _) => t.copied,
            (_, Phase::Making(_)) => t.making,
            (_, Phase::Saved) => t.saved,
            (_, Phase::Cancelled) => t.cancelled,
            _ => "",
        }
        .to_owned()
    };
    let problem = move || {
        match (outcome.get(), phase.get()) {
            (Some(Copied::Refused), _) => t.not_copied,
            (_, Phase::NotLoaded) => t.not_loaded,
            (_, Phase::NotMade) => t.not_made,
            _ => "",
        }
        .to_owned()
    };
    tag("div")
        .class("export__steps")
        .with(download.attr("id", DOWNLOAD))
        .with(copied)
        .with(progress)
        .with(tag("p").attr("role", "status").live_text(said_of_it))
        .with(
            tag("p")
                .class("field__problem")
                .attr("role", "alert")
                .live_text(problem),
        )
}
