//! Owns: the button "Export" and its dialog: format, rows, and how far the file is.
//! Refuses: making files, which `state::export` sees to.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::ui::dialog::dialog;
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::domain::export::request::Format;
use crate::i18n::ExportTexts;
use crate::state::copying::{Copied, copying};
use crate::state::analysis::Analysis;
use crate::state::export::{Choice, DOWNLOAD, Export, Phase, What, choice, choose};
use crate::state::locale::{Locale, locale};

/// The button with its dialog.
pub fn export_dialog(analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.export();
    let export = Export::new(analysis);
    // How many rows there are is as it was on opening: nothing under the dialog changes while it is open.
    let body = move || match export.open.get() {
        true => fields(export, t),
        false => Vec::new(),
    };
    let dialog = dialog("export", t.title, export.open, || {})
        .with(said("p", t.note).class("field__hint"))
        .with(tag("div").class("export__fields").live(body))
        .with(steps(export, locale))
        .on("close", move |_| export.cancel());
    let opener = bare_button(ButtonVariant::Plain)
        .attr("id", "open-export")
        .attr("aria-haspopup", "dialog")
        .with(icon(shape::DOWNLOAD))
        .text(locale.texts.export)
        .press(move || export.begin());
    tag("span").class("as-is").with(opener).with(dialog)
}

fn fields(export: Export, t: &'static ExportTexts) -> Vec<Tag> {
    let now = choice();
    let format = |code: Option<Format>, label, note, choose| {
        let name = code.map_or("raw", Format::code);
        option("format", label, now.format == code, choose, name).with(said("small", note))
    };
    let formats = [
        format(Some(Format::Xlsx), t.xlsx, t.xlsx_note, |c| {
            c.format = Some(Format::Xlsx)
        }),
        format(Some(Format::Csv), t.csv, t.csv_note, |c| {
            c.format = Some(Format::Csv)
        }),
        format(Some(Format::Json), t.json, t.json_note, |c| {
            c.format = Some(Format::Json)
        }),
        format(None, t.raw, t.raw_note, |c| c.format = None),
    ];
    let rows = |what, label: fn(usize) -> String, choose| {
        let count = export.order(what).len();
        // What has no rows can't be chosen.
        let value = if count == 0 { NONE } else { "" };
        option("rows", &label(count), now.what == what, choose, value)
    };
    let rows = [
        rows(What::All, t.all_lines, |c| c.what = What::All),
        rows(What::Shown, t.shown_lines, |c| c.what = What::Shown),
        rows(What::Selected, t.selected_lines, |c| {
            c.what = What::Selected
        }),
    ];
    let csv = [
        option("captions", t.safe, now.guard, |c| c.guard = true, ""),
        option("captions", t.as_is, !now.guard, |c| c.guard = false, ""),
        option("", t.bom, now.bom, |c| c.bom = !c.bom, ""),
    ];
    vec![
        group("export__format", t.format, formats.into()),
        group("export__rows", t.rows, rows.into()),
        group("export__csv", t.captions, csv.into()),
    ]
}

fn group(class: &str, legend: &str, options: Vec<Tag>) -> Tag {
    tag("fieldset")
        .class(["settings__group ", class].concat().as_str())
        .with(said("legend", legend))
        .with_all(options)
}

/// The value of a choice that can't be chosen now.
const NONE: &str = "none";

/// One of the choices of this name; without a name, one by itself. The style sheet goes by the value.
fn option(name: &str, label: &str, chosen: bool, change: fn(&mut Choice), value: &str) -> Tag {
    let kind = if name.is_empty() { "checkbox" } else { "radio" };
    let mut input = tag("input")
        .attr("type", kind)
        .attr("name", name)
        .attr("value", value)
        .on("change", move |_| choose(change));
    if chosen {
        input = input.attr("checked", "");
    }
    if value == NONE {
        input = input.attr("disabled", "");
    }
    tag("label").class("check").with(input).text(label)
}

/// The way to the file, and how far it is.
fn steps(export: Export, locale: Locale) -> Tag {
    let t = locale.export();
    let (outcome, copy) = copying();
    let phase = export.phase;
    let download = button(ButtonVariant::Primary, t.download, move || {
        outcome.set(None);
        export.download();
    });
    let copied = button(ButtonVariant::Plain, t.copy, move || {
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
        .with(button(ButtonVariant::Text, locale.texts.cancel, move || {
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
