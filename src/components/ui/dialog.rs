//! Modal dialogs: title, "Close", and the browser's own opening and closing, which gives the focus back.

use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::state::locale::use_texts;

/// A dialog that is open while `open` is. Its contents exist only then. An element with `autofocus` gets the focus.
#[component]
pub fn Dialog(
    /// The name of its class, and the start of its `id`s.
    name: &'static str,
    title: &'static str,
    open: RwSignal<bool>,
    #[prop(optional, into)] on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let t = use_texts();
    let dialog = NodeRef::<html::Dialog>::new();
    let body = NodeRef::<html::Div>::new();
    let title_id = format!("{name}-title");
    let labelled_by = title_id.clone();
    // The contents are there first, so that the browser finds the element with `autofocus`.
    Effect::new(move || {
        let (Some(dialog), has_body) = (dialog.get(), body.get().is_some()) else {
            return;
        };
        match open.get() {
            true if has_body && !dialog.open() => {
                let _ = dialog.show_modal();
            }
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    view! {
        <dialog class=format!("dialog {name}") node_ref=dialog aria-labelledby=labelled_by on:close=closed>
            <div class="dialog__head">
                <h2 id=title_id>{title}</h2>
                <button type="button" class="button button--quiet" on:click=move |_| open.set(false)>
                    <Icon name=IconName::Close />
                    {t.common.close}
                </button>
            </div>
            <Show when=move || open.get()>
                <div class="dialog__body" node_ref=body>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
