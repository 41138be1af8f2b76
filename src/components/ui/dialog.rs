//! Modal dialogs: title, "Close", closing by a click beside them, and the browser's own opening and closing, which gives
//! the focus back.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::components::ui::show::Show;
use crate::state::locale::use_texts;

/// A dialog that is open while `open` is. Its contents exist only then. An element with `autofocus` gets the focus.
#[component]
pub fn Dialog(
    /// The name of its class, and the start of its `id`s.
    name: &'static str,
    title: &'static str,
    open: RwSignal<bool>,
    /// Runs after the browser has closed the dialog.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let t = &use_texts().common;
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = format!("{name}-title");
    let labelled_by = title_id.clone();
    Effect::new(move || {
        if !open.get()
            && let Some(dialog) = dialog.get()
        {
            dialog.close();
        }
    });
    let closed = move |_| {
        // The browser tells of it a little later: the dialog may be open again.
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            open.set(false);
        }
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    // What is beside a modal dialog belongs to it, and not to its contents.
    let is_beside = move |event: &Event| {
        let (dialog, target) = (dialog.get_untracked(), event.target());
        dialog.is_some_and(|dialog| target.as_ref() == Some(dialog.as_ref()))
    };
    // A text may be selected to beyond the edge: it counts where the press began.
    let is_pressed_beside = StoredValue::new(false);
    view! {
        <dialog
            class=format!("dialog {name}")
            node_ref=dialog
            aria-labelledby=labelled_by
            on:close=closed
            on:pointerdown=move |event| is_pressed_beside.set_value(is_beside(&event))
            on:click=move |event| {
                if is_pressed_beside.get_value() && is_beside(&event) {
                    open.set(false);
                }
            }
        >
            <div class="dialog__contents">
                <div class="dialog__head">
                    <h2 id=title_id>{title}</h2>
                    <button type="button" class="button button--quiet" on:click=move |_| open.set(false)>
                        <Icon name=IconName::Close />
                        {t.close}
                    </button>
                </div>
                <Show when=move || open.get()>
                    <DialogBody dialog children=children.clone() />
                </Show>
            </div>
        </dialog>
    }
}

/// The contents. They are there before the dialog opens, so that the browser finds the element with `autofocus`.
#[component]
fn DialogBody(dialog: NodeRef<html::Dialog>, children: ChildrenFn) -> impl IntoView {
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    view! { <div class="dialog__body" tabindex="-1">{children()}</div> }
}
