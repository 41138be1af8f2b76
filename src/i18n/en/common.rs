//! Shared texts.

use crate::i18n::texts::common::CommonTexts;

pub const COMMON: CommonTexts = CommonTexts {
    cancel: "Cancel",
    close: "Close",
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
    labeled: |label, value| format!("{label}: {value}"),
    list: |items| items.join(", "),
};
