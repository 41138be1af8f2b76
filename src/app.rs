//! The page frame and its contexts.
//!
//! Owns: what stands where, and what is set up once. Refuses: logic of its own.

pub mod analysis;

use std::cell::RefCell;

use crate::state::derived::derived;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::platform::boot::{self, BootFormState};
use crate::platform::{focus, location, page};
use crate::components::ui::button::{ButtonVariant, button, said};
use crate::components::results::failure::Steps;
use crate::components::help::{help_dialog, refusal};
use crate::components::shell::masthead::masthead;
use crate::components::search::query_form::query_form;
use crate::components::settings::settings_dialog;
use crate::components::results::results;
use crate::components::tag::{Tag, tag};
use crate::domain::query::form::RawForm;
use crate::domain::query::url::{AppUrl, ParsedUrl};
use crate::domain::deployment::Deployment;
use crate::i18n::Language;
use crate::state::desk_program::DeskProgram;
use crate::state::effect::effect;
use crate::state::form::Form;
use crate::state::locale::{Locale, texts};
use crate::state::playing::Playing;
use crate::state::search::Search;
use crate::state::settings::Settings;
use crate::state::shortcuts::Shortcuts;
use crate::state::start;

/// Reads the deployment's settings, then takes the static page over.
pub fn start() {
    spawn_local(async {
        let deployment = start::deployment().await;
        let typed = boot::adopt_boot_form();
        let focus = typed.clone();
        mount_to_body(move || {
            let page = match deployment {
                Ok(deployment) => app(deployment, typed),
                Err(reason) => bad_config(&reason),
            };
            page.into_view()
        });
        boot::restore_focus(&focus);
    });
}

/// The whole page.
fn app(deployment: Deployment, typed: BootFormState) -> Tag {
    let settings = Settings::restore(deployment);
    let link = link();
    let search = Search::new(settings, &link);
    let form = form(&link, &typed);
    // The address is the state: Back and Forward are followed, form and results alike.
    let back = window_event_listener(leptos::ev::popstate, move |_| follow(search, form));
    on_cleanup(move || back.remove());
    if typed.submitted {
        submit(search, form);
    }
    // The form follows the address to the next page or into the sample, but not at the start, where what
    // was typed already wins, and not where it means the same.
    let before = RefCell::new(None);
    effect(move || {
        let address = search.address();
        let before = before.replace(Some(address.clone()));
        if let Some(query) = &address.query
            && before.is_some_and(|before| before != address)
        {
            form.show(query);
        }
    });
    let (playing, shortcuts) = (Playing::default(), Shortcuts::restore());
    shortcuts.listen(form);
    let program = DeskProgram::new();
    // A change of language draws the page anew; the form, the results and the settings keep their state.
    tag("div").class("as-is").live(move || {
        let language = settings.language.get();
        page::set_language(language.tag());
        provide_context(Locale::new(language));
        let steps = Steps {
            search,
            settings,
            form,
            program,
        };
        frame(steps, playing, shortcuts)
    })
}

fn frame(steps: Steps, playing: Playing, shortcuts: Shortcuts) -> Vec<Tag> {
    let Steps {
        search,
        settings,
        form,
        ..
    } = steps;
    let t = texts();
    effect(move || {
        let videos = search.with_page(|page| page.shown().map(|page| page.rows.videos().len()));
        match videos {
            Some(count) => page::set_title(&(t.title_with_results)(&(t.videos_found)(count))),
            None => page::set_title(t.page_title),
        }
    });
    let sample = derived(move || search.is_sample());
    let leave_sample = move || {
        search.go(AppUrl {
            sample: false,
            query: None,
        });
        form.fill(RawForm::default(), Vec::new());
        form.focus();
    };
    let ids_per_request = settings.ids_per_request();
    // A query that this tab has the answer to is free, like the sample.
    let cost = move || {
        search.with_page(|_| ());
        let query = form.query();
        let free = sample.get()
            || query.is_some_and(|query| {
                !search.costs(&AppUrl {
                    sample: false,
                    query: Some(query),
                })
            });
        if free { t.free } else { search.credit(t) }
    };
    let ask = move || submit(search, form);
    let asking = query_form(form, ids_per_request, move || sample.get(), cost, ask);
    let mut frame = vec![
        said("a", t.skip_to_results)
            .class("skip")
            .attr("href", "#results")
            .on("click", |event| {
                event.prevent_default();
                focus::focus("results");
            }),
    ];
    let is_sample = move || sample.get();
    frame.extend(masthead(settings, shortcuts, is_sample, leave_sample));
    frame.push(tag("main").with(asking).with(results(steps, playing)));
    frame.push(tag("footer").class("footer").with(said("p", t.footer)));
    frame.push(settings_dialog(settings, shortcuts));
    frame.push(help_dialog(shortcuts));
    frame.push(refusal(shortcuts));
    frame
}

/// Shown in place of the app when the deployment's settings can't be read.
fn bad_config(reason: &str) -> Tag {
    let t = Language::wished(page::languages()).texts();
    let panel = tag("div")
        .class("panel panel--problem")
        .attr("role", "alert")
        .with(said("h1", t.bad_config_title))
        .with(said("p", t.bad_config_advice))
        .with(said("code", reason))
        .with(button(ButtonVariant::Primary, t.try_again, location::reload));
    tag("main").with(panel)
}

/// Goes where the form says, if it is good.
fn submit(search: Search, form: Form) {
    if let Some(query) = form.submit() {
        let sample = untrack(|| search.is_sample());
        search.go(AppUrl {
            sample,
            query: Some(query),
        });
    }
}

/// What was typed before the app was there wins over the address.
fn form(link: &ParsedUrl, typed: &BootFormState) -> Form {
    if typed.touched {
        let BootFormState {
            ids, page, size, ..
        } = typed.clone();
        return Form::new(RawForm { ids, page, size }, Vec::new(), true);
    }
    Form::new(link.form.clone(), link.faults.clone(), false)
}

fn follow(search: Search, form: Form) {
    let link = link();
    if search.follow(&link) {
        form.fill(link.form.clone(), link.faults.clone());
    }
}

fn link() -> ParsedUrl {
    let Ok(link) = location::search().parse();
    link
}
