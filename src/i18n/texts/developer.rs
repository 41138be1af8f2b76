//! Texts for developers: the request as code, and the raw response.

pub struct DeveloperTexts {
    pub title: &'static str,
    pub request: &'static str,
    pub copy_as: &'static str,
    pub masked_note: &'static str,
    pub proxy_note: &'static str,
    pub sample_note: &'static str,
    pub copy: &'static str,
    pub reveal: &'static str,
    pub reveal_warning: &'static str,
    pub copied_with_key: &'static str,

    pub response: &'static str,
    pub status: &'static str,
    pub time: &'static str,
    pub milliseconds: fn(count: &str) -> String,
    pub size: &'static str,
    pub bytes: fn(count: &str) -> String,
    pub no_request_id: &'static str,
    /// In place of the status and time of a response that was saved earlier.
    pub saved_response: &'static str,
    pub from_sample: &'static str,
    pub formatted_note: &'static str,
    pub cut_note: &'static str,
    pub copy_response: &'static str,
    pub response_copied: &'static str,
    pub download: &'static str,
    pub download_blocked: &'static str,
}
