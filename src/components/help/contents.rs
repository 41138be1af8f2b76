//! What Help says: the keyboard shortcuts and every metric.

use leptos::prelude::*;
use strum::VariantArray;

use crate::domain::metrics::METRICS;
use crate::domain::shortcut::Shortcut;
use crate::state::locale::use_texts;
use crate::state::shortcuts::Shortcuts;

#[component]
pub fn HelpContents() -> impl IntoView {
    let t = &use_texts().help;
    let shortcuts = expect_context::<Shortcuts>();
    let note = move || match shortcuts.is_on.get() {
        true => t.shortcuts_note,
        false => t.shortcuts_are_off,
    };
    view! {
        <h3>{t.shortcuts}</h3>
        <ShortcutList />
        <p class="field__hint">{move || note()}</p>
        <h3 id="help-metrics">{t.metrics}</h3>
        <MetricTable />
        <p class="field__hint">{t.metrics_note}</p>
    }
}

#[component]
fn ShortcutList() -> impl IntoView {
    let t = use_texts();
    let key = |shortcut| match shortcut {
        Shortcut::Play => t.help.space,
        _ => shortcut.into_str(),
    };
    let rows = Shortcut::VARIANTS
        .iter()
        .map(|shortcut| (key(*shortcut), (t.help.shortcut)(*shortcut)))
        .chain([(t.search.search_shortcut, t.help.search)])
        .map(|(key, text)| {
            view! {
                <div>
                    <dt>
                        <kbd>{key}</kbd>
                    </dt>
                    <dd>{text}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="keys">{rows}</dl> }
}

#[component]
fn MetricTable() -> impl IntoView {
    let t = use_texts();
    let head = [
        t.help.metric,
        t.help.formula,
        t.help.unit,
        t.help.higher_is_better,
    ]
    .map(|name| view! { <th scope="col">{name}</th> })
    .into_iter()
    .collect_view();
    let rows = METRICS
        .iter()
        .map(|spec| {
            let text = (t.metric)(spec.metric);
            view! {
                <tr>
                    <th scope="row">{text.name}</th>
                    <td>{text.formula}</td>
                    <td>{(t.help.unit_name)(spec.unit)}</td>
                    <td>{(t.help.direction)(spec.direction)}</td>
                </tr>
            }
        })
        .collect_view();
    // It takes the focus, so that on a narrow page the keyboard can scroll it.
    view! {
        <div class="help__metrics" role="region" aria-labelledby="help-metrics" tabindex="0">
            <table aria-labelledby="help-metrics">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
