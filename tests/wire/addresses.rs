//! Addresses in an answer: who made the answer decides what may stand in the page.

use clipcart::domain::playback::Clip;
use clipcart::domain::video::Video;
use serde_json::{Value, json};

use crate::{Provenance, envelope, read, row_with};

fn video(field: &str, value: &Value, provenance: Provenance) -> Video {
    let text = envelope(&[row_with(field, Some(value.clone()))]);
    let mut answer = read(200, None, &text, provenance).unwrap();
    answer.videos.pop().unwrap()
}

fn cover(value: &Value, provenance: Provenance) -> Option<String> {
    let cover = video("reflow_cover", value, provenance).cover;
    cover.map(|url| url.as_str().to_owned())
}

fn clip(value: &Value, provenance: Provenance) -> Clip {
    video("play_addr", value, provenance).clip
}

#[test]
fn only_the_sample_may_use_its_own_files() {
    let file = json!("sample/covers/1.svg");
    assert_eq!(cover(&file, Provenance::Api), None);
    assert_eq!(clip(&file, Provenance::Api), Clip::Unusable);
    let shown = cover(&file, Provenance::Sample);
    assert_eq!(shown.as_deref(), file.as_str());
    let Clip::Address { url, until: None } = clip(&file, Provenance::Sample) else {
        panic!("the sample's clip cannot be played");
    };
    assert_eq!(Some(url.as_str()), file.as_str());
}

#[test]
fn what_is_no_https_address_stands_nowhere_whoever_made_the_answer() {
    let cases = [
        "http://cdn.example/1.jpg",
        "javascript:alert(1)",
        "data:image/svg+xml,x",
        "//cdn.example/1.jpg",
        "/1.jpg",
        "samples/1.svg",
        "sample/../config.json",
        "https://",
        "7",
    ];
    for provenance in [Provenance::Api, Provenance::Sample] {
        for value in cases.map(|text| json!(text)) {
            assert_eq!(cover(&value, provenance), None, "{value}");
            assert_eq!(clip(&value, provenance), Clip::Unusable, "{value}");
        }
    }
}

#[test]
fn no_address_at_all_is_missing() {
    for value in [json!(null), json!(""), json!("  "), json!({}), json!([])] {
        assert_eq!(cover(&value, Provenance::Api), None, "{value}");
        assert_eq!(clip(&value, Provenance::Api), Clip::Missing, "{value}");
    }
}
