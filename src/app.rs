//! The page: what is provided to all components, and what is where.

use futures_util::future::join;
use leptos::html;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::companions::run_when_due;
use crate::components::help::{HelpDialog, ShortcutNotice};
use crate::components::results::region::Results;
use crate::components::search::query_form::QueryForm;
use crate::components::search::submit::submit;
use crate::components::settings::SettingsDialog;
use crate::components::shell::config_error::ConfigError;
use crate::components::shell::footer::Footer;
use crate::components::shell::masthead::Masthead;
use crate::components::shell::sample_bar::SampleBar;
use crate::components::shell::title::page_title;
use crate::domain::deployment::Deployment;
use crate::domain::query::SearchQuery;
use crate::domain::query::url::ParsedUrl;
use crate::domain::search::error::SearchError;
use crate::domain::search::remote::Remote;
use crate::platform::boot::{self, BootFormState};
use crate::platform::{location, page};
use crate::state::analysis::Analysis;
use crate::state::card_focus::CardFocus;
use crate::state::clock;
use crate::state::covers::Covers;
use crate::state::export::Export;
use crate::state::focus::keep_focus;
use crate::state::form::Form;
use crate::state::imported::Imported;
use crate::state::locale::{Locale, use_locale};
use crate::state::open_file::OpenFile;
use crate::state::playing::Playing;
use crate::state::products::Products;
use crate::state::rest::Rest;
use crate::state::runs::Runs;
use crate::state::saved_data::SavedData;
use crate::state::search::Search;
use crate::state::settings::{Settings, chosen_language};
use crate::state::shortcuts::{ShortcutTargets, Shortcuts};
use crate::state::start;
use crate::state::view_state::ViewState;
use crate::storage::response_cache;

/// Loads the deployment's settings, then replaces the static page.
pub fn start() {
    spawn_local(async {
        // Both at once: the page needs both.
        let (deployment, ()) = join(start::deployment(), response_cache::open()).await;
        let parsed = start::with_saved_list(parsed_url()).await;
        let boot = boot::adopt_boot_form();
        let focus = boot.clone();
        mount_to_body(move || match deployment {
            Ok(deployment) => view! { <App deployment parsed boot /> }.into_any(),
            Err(problem) => {
                provide_context(Locale::new(chosen_language()));
                view! { <ConfigError problem on_reload=location::reload /> }.into_any()
            }
        });
        boot::restore_focus(&focus);
    });
}

/// Sets up the state, once, and draws the page in the chosen language.
#[component]
fn App(deployment: Deployment, parsed: ParsedUrl, boot: BootFormState) -> impl IntoView {
    let settings = Settings::restore(deployment);
    let saved_data = SavedData::follow();
    let view_state = ViewState::from_url();
    let search = Search::new(settings, view_state, &parsed);
    let form = Form::new(settings, &parsed, &boot);
    form.resolve_links();
    let imported = Imported::new(search);
    let products = Products::new(settings, search);
    let analysis = Analysis::new(search, imported, products, view_state);
    let runs = Runs::new(settings, search);
    let card_focus = CardFocus::new();
    let playing = Playing::default();
    let shortcuts = Shortcuts::restore();
    provide_context(settings);
    provide_context(saved_data);
    let covers = Covers::new(settings);
    provide_context(covers);
    provide_context(search);
    provide_context(form);
    provide_context(OpenFile::new(form));
    provide_context(products);
    run_when_due(form.links, covers, products);
    provide_context(analysis);
    provide_context(card_focus);
    provide_context(playing);
    provide_context(shortcuts);
    provide_context(runs);
    provide_context(imported);
    provide_context(Rest::new(settings, search, analysis));
    provide_context(Export::new(search, analysis));

    // The address is the state: Back and Forward change the view, the search and the form.
    let popstate = window_event_listener(leptos::ev::popstate, move |_| {
        view_state.sync_from_url();
        let follow = move |parsed: ParsedUrl| {
            if search.sync_from_url(&parsed) {
                form.follow(parsed);
            }
        };
        let parsed = parsed_url();
        match parsed.list {
            None => follow(parsed),
            Some(_) => spawn_local(async move {
                let address = location::search();
                let parsed = start::with_saved_list(parsed).await;
                if location::search() == address {
                    follow(parsed);
                }
            }),
        }
    });
    on_cleanup(move || popstate.remove());
    shortcuts.listen(ShortcutTargets {
        form,
        analysis,
        card_focus,
        playing,
    });
    sync_form_with_search(form, search);
    // Another page of results starts with all players closed.
    Effect::new(move || {
        analysis.page.track();
        playing.stop();
    });
    if boot.is_submitted {
        submit(search, form, imported);
    }
    // For another language the page is drawn anew. The state stays.
    move || {
        let language = settings.language.get();
        page::set_language(language.tag());
        provide_context(Locale::new(language));
        view! { <Page /> }
    }
}

#[component]
fn Page() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let results = NodeRef::<html::Section>::new();
    keep_focus();
    Effect::new(move || page::set_title(&page_title(search, analysis, locale)));
    let skip = move || {
        if let Some(results) = results.get_untracked() {
            let _ = results.focus();
        }
    };
    view! {
        <a
            class="skip"
            href="#results"
            on:click=move |event| {
                event.prevent_default();
                skip();
            }
        >
            {t.shell.skip_to_results}
        </a>
        <Masthead />
        <SampleBar />
        <main>
            <QueryForm />
            <Results region=results />
        </main>
        <Footer />
        <SettingsDialog />
        <HelpDialog />
        <ShortcutNotice />
    }
}

/// The form shows the query of the address, and folds when its results come.
fn sync_form_with_search(form: Form, search: Search) {
    Effect::new(move |earlier: Option<Option<SearchQuery>>| {
        let query = search.url().query;
        if let (Some(earlier), Some(query)) = (earlier, &query)
            && earlier.as_ref() != Some(query)
        {
            form.show(query);
        }
        query
    });
    Effect::new(move || {
        let is_run = search.is_run();
        search.with_page(|page| match page {
            // It has its plan and its rows below.
            Remote::Idle if is_run && !form.raw.with(|raw| raw.allows_rounded) => form.fold(),
            // So is what is saved.
            Remote::Idle if search.is_reading.get() => form.fold(),
            Remote::Idle => form.is_folded.set(false),
            Remote::Loading(_) | Remote::Ready(_) => form.fold(),
            // The query has to be changed.
            Remote::Failed(SearchError::InvalidRequest(_), _) => form.is_folded.set(false),
            Remote::Failed(..) => {}
        });
    });
}

fn parsed_url() -> ParsedUrl {
    ParsedUrl::read(&location::search(), clock::now())
}
