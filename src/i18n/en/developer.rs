//! For developers.

use crate::i18n::texts::developer::DeveloperTexts;

pub const DEVELOPER: DeveloperTexts = DeveloperTexts {
    title: "For developers",
    request: "Request",
    copy_as: "Copy as",
    masked_note: "The key is not in this code: it is read from the environment variable KEYAPI_KEY. \
                  Each run costs 1 credit.",
    proxy_note: "The proxy adds the key. Where people have to sign in to it, a program has to sign in too. \
                 Each run costs up to 1 credit.",
    sample_note: "Sample data: nothing was sent. This is what a search for these IDs would send.",
    copy: "Copy",
    reveal: "Reveal key",
    reveal_warning: "Your key is visible in this code: anyone who sees it can spend your credits.",
    copied_with_key: "Copied, including your key: treat it like a password.",

    response: "Raw response",
    status: "Status",
    time: "Time",
    milliseconds: |count| format!("{count} ms"),
    size: "Size",
    bytes: |count| format!("{count} bytes"),
    no_request_id: "none",
    saved_response: "unknown: saved response",
    from_sample: "none: sample data",
    formatted_note: "Formatted for reading; the copy and the download are unchanged.",
    cut_note: "Only the beginning is shown, formatted; the copy and the download are complete and unchanged.",
    copy_response: "Copy response",
    response_copied: "Response copied.",
    download: "Download response",
    download_blocked: "The browser blocked the download.",
};
