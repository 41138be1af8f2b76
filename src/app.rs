//! The page frame and its contexts.
//!
//! Owns: what stands where, and what is set up once. Refuses: logic of its own.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::boot::{self, Typed};
use crate::browser::{location, page};
use crate::components::drawing::{draw, live};
use crate::components::masthead::Masthead;
use crate::components::query_form::QueryForm;
use crate::components::settings_dialog::SettingsDialog;
use crate::components::status::Results;
use crate::domain::form::RawForm;
use crate::domain::query::{Address, Link};
use crate::domain::source::Deployment;
use crate::state::form::Form;
use crate::state::locale::{Locale, texts};
use crate::state::playing::Playing;
use crate::state::search::{Search, address_of};
use crate::state::settings::Settings;
use crate::state::start;

/// Reads the deployment's settings, then takes the static page over.
pub fn start() {
    spawn_local(async {
        let deployment = start::deployment().await;
        let typed = boot::take_over();
        let focus = typed.clone();
        mount_to_body(move || match deployment {
            Ok(deployment) => draw(view! { <App deployment typed /> }),
            Err(reason) => draw(view! { <BadConfig reason /> }),
        });
        boot::restore_focus(&focus);
    });
}

/// The whole page.
#[component]
fn App(deployment: Deployment, typed: Typed) -> impl IntoView {
    let settings = Settings::restore(deployment);
    let link = link();
    let search = Search::new(settings, address_of(&link));
    let form = form(&link, &typed);
    // The address is the state: Back and Forward are followed, form and results alike.
    let back = window_event_listener(leptos::ev::popstate, move |_| follow(search, form));
    on_cleanup(move || back.remove());
    if typed.submitted && let Some(query) = form.submit() {
        search.go(Address { sample: link.sample, query: Some(query) });
    }
    Effect::new(move |_| page::set_language(settings.language.get().tag()));
    Effect::new(move |_| page::set_theme(settings.theme.get().code()));
    // A change of language draws the page anew; the form, the results and the settings keep their state.
    live(move || {
        provide_context(Locale::new(settings.language.get()));
        draw(view! {
            <Frame settings search form />
            <SettingsDialog settings />
        })
    })
}

#[component]
fn Frame(settings: Settings, search: Search, form: Form) -> impl IntoView {
    let t = texts();
    let address = search.address();
    let sample = Memo::new(move |_| address.with(|address| address.sample));
    let playing = Playing::new();
    let videos = Memo::new(move |_| {
        search.page().with(|page| page.shown().map(|page| page.answer.videos.len()))
    });
    Effect::new(move |_| match videos.get() {
        Some(count) => page::set_title(&(t.title_with_results)(&(t.videos_found)(count))),
        None => page::set_title(t.page_title),
    });
    // The form follows the address, to the next page or into the sample, unless it means that already.
    Effect::new(move |_| {
        if let Some(query) = address.get().query {
            form.show(&query);
        }
    });
    let submit = Callback::new(move |query| search.go(Address { sample: sample.get_untracked(), query: Some(query) }));
    let leave_sample = Callback::new(move |()| {
        search.go(Address { sample: false, query: None });
        form.fill(RawForm::default(), Vec::new());
        form.focus();
    });
    draw(view! {
        <a class="skip" href="#results">{t.skip_to_results}</a>
        <Masthead
            sample
            proxy=Signal::derive(move || settings.is_proxy())
            leave_sample
            settings=Callback::new(move |()| settings.open.set(true))
        />
        <main>
            <QueryForm
                form
                ids_per_request=Signal::derive(move || if sample.get() { usize::MAX } else { settings.ids_per_request() })
                price=Signal::derive(move || if sample.get() { t.free } else { t.one_credit })
                submit
            />
            <Results search settings form playing />
        </main>
        <footer class="footer">
            <p>{t.footer}</p>
        </footer>
    })
}

/// Shown in place of the app when the deployment's settings can't be read.
#[component]
fn BadConfig(reason: String) -> impl IntoView {
    let t = crate::messages::Language::wished(page::languages()).texts();
    view! {
        <main>
            <div class="panel panel--problem" role="alert">
                <h1>{t.bad_config_title}</h1>
                <p>{t.bad_config_advice}</p>
                <p><code>{reason}</code></p>
            </div>
        </main>
    }
}

/// What was typed before the app was there wins over the address.
fn form(link: &Link, typed: &Typed) -> Form {
    if typed.touched {
        let Typed { ids, page, size, .. } = typed.clone();
        return Form::new(RawForm { ids, page, size });
    }
    let form = Form::new(link.form.clone());
    form.faults.set(link.faults.clone());
    form
}

fn follow(search: Search, form: Form) {
    let link = link();
    form.fill(link.form.clone(), link.faults.clone());
    search.follow(&link);
}

fn link() -> Link {
    let Ok(link) = location::search().parse();
    link
}
