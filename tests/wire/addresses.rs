//! Addresses in an answer: who made the answer decides what may stand in the page.

use clipcart::domain::videos::Video;
use clipcart::domain::videos::playback::Clip;
use serde_json::{Value, json};

use crate::{DataSource, envelope, read, row_with};

fn video(field: &str, value: &Value, data_source: DataSource) -> Video {
    let text = envelope(&[row_with(field, Some(value.clone()))]);
    let mut answer = read(200, None, &text, data_source).unwrap();
    answer.videos.pop().unwrap()
}

fn cover(value: &Value, data_source: DataSource) -> Option<String> {
    let cover = video("reflow_cover", value, data_source).cover;
    cover.map(|url| url.as_str().to_owned())
}

fn clip(value: &Value, data_source: DataSource) -> Clip {
    video("play_addr", value, data_source).clip
}

#[test]
fn only_the_sample_may_use_its_own_files() {
    let file = json!("sample/covers/1.svg");
    assert_eq!(cover(&file, DataSource::Live), None);
    assert_eq!(clip(&file, DataSource::Live), Clip::Unusable);
    let shown = cover(&file, DataSource::Sample);
    assert_eq!(shown.as_deref(), file.as_str());
    let Clip::Address { url, until: None } = clip(&file, DataSource::Sample) else {
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
    for data_source in [DataSource::Live, DataSource::Sample] {
        for value in cases.map(|text| json!(text)) {
            assert_eq!(cover(&value, data_source), None, "{value}");
            assert_eq!(clip(&value, data_source), Clip::Unusable, "{value}");
        }
    }
}

#[test]
fn no_address_at_all_is_missing() {
    for value in [json!(null), json!(""), json!("  "), json!({}), json!([])] {
        assert_eq!(cover(&value, DataSource::Live), None, "{value}");
        assert_eq!(clip(&value, DataSource::Live), Clip::Missing, "{value}");
    }
}

#[test]
fn an_address_may_come_in_a_list_or_escaped_as_in_html() {
    const URL: &str = "https://cdn.example/1?a=1&b=2";
    let escaped = URL.replace('&', "&amp;");
    let cases = [
        json!(escaped),
        json!([URL]),
        json!(["http://cdn.example/0", escaped]),
        json!([{"url": URL, "index": 0}]),
        json!(json!([{"url": URL, "index": 0}]).to_string()),
        json!({"url": URL}),
    ];
    for value in cases {
        let shown = cover(&value, DataSource::Live);
        assert_eq!(shown.as_deref(), Some(URL), "{value}");
        let clip = clip(&value, DataSource::Live);
        assert_eq!(clip, Clip::from_play_addr(URL), "{value}");
    }
    // Of several clips, the one that works longest.
    let until = |time: u32| format!("https://cdn.example/1.mp4?expire={time}");
    let all = json!([
        until(1_000_000_000),
        until(2_000_000_000),
        until(1_500_000_000)
    ]);
    let best = clip(&all, DataSource::Live);
    assert_eq!(best, Clip::from_play_addr(&until(2_000_000_000)));
}
