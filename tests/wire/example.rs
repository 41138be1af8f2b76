//! The documented example, field by field.

use clipcart::domain::videos::Reach;
use clipcart::domain::videos::playback::Clip;

use crate::{EXAMPLE, ID, body};

#[test]
fn the_documented_example_is_read_exactly() {
    let answer = body(EXAMPLE).unwrap();
    assert_eq!(answer.row_count, 1);
    assert_eq!(answer.unreadable, []);
    assert_eq!(answer.request_id, "6c7b787e-3d4c-4e8d-be55-b760b1a73ba4");

    let [video] = &answer.videos[..] else {
        panic!("{} videos", answer.videos.len());
    };
    assert_eq!(video.id.to_string(), ID);
    assert_eq!(video.published, 1_751_301_603);
    assert_eq!(video.seconds, Some(164));
    assert_eq!(
        video.caption,
        "he made our entire week FR 🥹 #SmallBusiness #startup #proteinsnacks"
    );
    assert_eq!(
        video.hashtags,
        ["SmallBusiness", "startup", "proteinsnacks"]
    );
    assert_eq!(video.region.as_deref(), Some("US"));
    let creator = video.creator.as_ref().map(|id| id.as_str());
    assert_eq!(creator, Some("7190508362273735722"));
    let reach = Reach {
        views: Some(33_635_675),
        likes: Some(920_727),
        comments: Some(3_926),
        shares: Some(6_213),
        saves: Some(51_447),
    };
    assert_eq!(video.reach, reach);

    let [sales] = &video.sales[..] else {
        panic!("{} products", video.sales.len());
    };
    let product = sales.product.as_ref().map(|id| id.as_str());
    assert_eq!(product, Some("1729422228922143703"));
    assert_eq!((sales.units, sales.gmv), (Some(4_479), Some(133_621.6)));
}

#[test]
fn its_addresses_are_kept_byte_for_byte_and_its_clip_has_an_expiry() {
    let answer = body(EXAMPLE).unwrap();
    let row = crate::row();
    let cover = answer.videos[0].cover.as_ref().map(|url| url.as_str());
    assert_eq!(cover, row["reflow_cover"].as_str());
    let Clip::Address { url, until } = &answer.videos[0].clip else {
        panic!("{:?}", answer.videos[0].clip);
    };
    assert_eq!(Some(url.as_str()), row["play_addr"].as_str());
    assert_eq!(*until, Some(0x6901_d1d5));
}

#[test]
fn numbers_as_strings_and_strings_as_numbers_mean_the_same() {
    let mut row = crate::row();
    for (name, value) in row.as_object_mut().unwrap() {
        let swapped = match &value {
            serde_json::Value::Number(number) => Some(serde_json::json!(number.to_string())),
            serde_json::Value::String(text) => text.parse::<u64>().ok().map(Into::into),
            _ => None,
        };
        if let Some(swapped) = swapped {
            *value = swapped;
        }
        assert!(name != "video_id" || value.is_u64());
    }
    assert_eq!(crate::video(row), crate::video(crate::row()));
}
