//! Shared texts.

use crate::i18n::texts::common::CommonTexts;

pub const COMMON: CommonTexts = CommonTexts {
    cancel: "Cancel",
    close: "Close",
    loading: "Loading…",
    part_not_loaded: "This part of the page could not be loaded. Check your connection and try again. If that doesn't \
                      help, reload the page: ClipCart may have been updated meanwhile.",
    try_again: "Try again",
    try_again_in: |seconds| match seconds / 60 {
        0 => format!("Try again in {seconds} s"),
        minutes => format!("Try again in {minutes} min {} s", seconds % 60),
    },
    copied: "Copied.",
    copy_by_hand: "The browser didn't allow copying. Copy it from here:",
    request_id: "Request ID",
    copy_request_id: "Copy request ID",
    region_unknown: "Region unknown",
    region: |name, code| format!("{name} ({code})"),
    labeled: |label, value| format!("{label}: {value}"),
    list: |items| items.join(", "),
};
