//! Owns: what a page of results holds, where it is, and what can be done with it as a whole.
//! Refuses: the rows themselves.

use leptos::prelude::untrack;

use crate::components::ui::button::{ButtonVariant, bare_button, credit, said};
use crate::components::ui::copying::copy_button;
use crate::components::developer::developer;
use crate::components::ui::icon::{icon, shape};
use crate::components::results::pager::pager;
use crate::components::tag::{Tag, tag};
use crate::domain::query::url::AppUrl;
use crate::state::locale::{Locale, locale};
use crate::state::search::{Page, Search};
use crate::state::settings::Settings;

/// What a page of results holds and where it is, to be seen and to be announced.
pub fn summary(page: &Page, locale: Locale) -> Vec<String> {
    let (t, formats) = (locale.texts, locale.formats());
    let Page { query, lines, .. } = page;
    let mut summary = vec![
        (t.videos_found)(lines.videos().len()),
        (t.products_found)(lines.len()),
        (t.page_position)(&formats.exact(Some(query.page.get().into()))),
    ];
    if page.is_last() {
        summary.push(t.last_page.to_owned());
    }
    summary
}

/// Where a page of results is from, since when, and what that says of its price.
pub fn origin(page: &Page, locale: Locale) -> String {
    let when = locale.formats().date(page.rows.at());
    (locale.texts.origin)(page.origin, &when)
}

/// The bar above the cards.
pub fn toolbar(page: &Page, sample: bool, search: Search, settings: Settings) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let summary = summary(page, locale);
    let summary = summary.iter().map(|text| said("span", text));
    let origin = match sample {
        true => String::new(),
        false => origin(page, locale),
    };
    let refresh = (!sample).then(|| {
        let button = bare_button(ButtonVariant::Plain)
            .attr("aria-describedby", "refresh-price")
            .with(icon(shape::REFRESH))
            .text(t.refresh)
            .press(move || search.again(true));
        let cost = credit(search).attr("id", "refresh-price");
        tag("span")
            .class("toolbar__refresh")
            .with(button)
            .with(cost)
    });
    let address = AppUrl {
        sample,
        query: Some(page.query.clone()),
    };
    let link = move || untrack(|| search.link(&address));
    let actions = tag("div")
        .class("toolbar__actions")
        .with_all(refresh)
        .with(copy_button(t.copy_link, t.link_copied, link))
        .with_all(developer(page, sample, settings))
        .with_all(pager(page, sample, search));
    tag("div")
        .class("toolbar")
        .with(tag("p").class("toolbar__summary").with_all(summary))
        .with(said("p", &origin).class("toolbar__origin"))
        .with(actions)
}
