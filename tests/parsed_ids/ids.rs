//! What an id and a set of ids are.

use clipcart::domain::ids::TokenProblem::{LooksRounded, NotANumber, TooLong, TooShort};
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::ids::{IdsProblem, TokenProblem, VideoId, VideoIds, parsed_ids};

use super::{A, B, FULL_WIDTH_A, NOW, fill, ids, invalid, parse_ids};

#[test]
fn an_id_is_fifteen_to_twenty_digits_within_64_bits() {
    let cases: [(&str, Result<&str, TokenProblem>); 13] = [
        (A, Ok(A)),
        ("123456789012345", Ok("123456789012345")),
        ("18446744073709551615", Ok("18446744073709551615")),
        ("07521783049722285367", Ok(A)),
        ("18446744073709551616", Err(TooLong)),
        ("123456789012345678901", Err(TooLong)),
        ("12345678901234", Err(TooShort)),
        ("000000000000000", Err(TooShort)),
        ("", Err(NotANumber)),
        ("+7521783049722285367", Err(NotANumber)),
        (" 7521783049722285367", Err(NotANumber)),
        (FULL_WIDTH_A, Err(NotANumber)),
        ("7.52178E+18", Err(NotANumber)),
    ];
    for (text, expected) in cases {
        let read = text.parse::<VideoId>().map(|id| id.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn an_id_has_the_time_of_publication() {
    // 2025-06-30 16:39:48 UTC; the example's create_time is 15 s later.
    assert_eq!(
        A.parse::<VideoId>().map(VideoId::published),
        Ok(1_751_301_588)
    );
}

#[test]
fn a_set_keeps_the_order_removes_duplicates_and_has_limits() {
    let id = |n: u64| {
        (A.parse::<u64>().unwrap() + n)
            .to_string()
            .parse::<VideoId>()
            .unwrap()
    };
    let set = VideoIds::new([id(2), id(0), id(2), id(1), id(0)]).unwrap();
    assert_eq!(set.iter().collect::<Vec<_>>(), [id(2), id(0), id(1)]);
    assert_eq!(set.to_string(), format!("{},{},{}", id(2), id(0), id(1)));
    assert_eq!(
        (set.len(), set.contains(id(1)), set.contains(id(3))),
        (3, true, false)
    );

    assert_eq!(VideoIds::new([]), Err(IdsProblem::Empty));
    assert_eq!(
        VideoIds::new((0..10_000).chain(0..10_000).map(id)).map(|set| set.len()),
        Ok(10_000)
    );
    assert_eq!(
        VideoIds::new((0..10_001).map(id)),
        Err(IdsProblem::TooMany {
            count: 10_001,
            max: 10_000
        })
    );
    assert_eq!(
        VideoIds::up_to(200, (0..200).chain(0..200).map(id)).map(|set| set.len()),
        Ok(200)
    );
    assert_eq!(
        VideoIds::up_to(200, (0..201).map(id)),
        Err(IdsProblem::TooMany {
            count: 201,
            max: 200
        })
    );
}

/// From 2016 to tomorrow.
#[test]
fn an_id_has_a_possible_date() {
    let id = |seconds: u64| (seconds << 32 | 1).to_string();
    let cases = [
        (1_451_606_399, false),
        (1_451_606_400, true),
        (NOW, true),
        (NOW + 86_400, true),
        (NOW + 86_401, false),
    ];
    for (published, is_possible) in cases {
        let parsed_ids = parse_ids(&id(published));
        assert_eq!(
            parsed_ids.ids.len(),
            usize::from(is_possible),
            "{published}"
        );
    }
}

#[test]
fn rounded_ids_are_used_once_they_are_allowed() {
    let text =
        fill("{A} 7678907398077074000 https://www.tiktok.com/@a/video/7521783049722285056 {B}");
    let refused = parse_ids(&text);
    assert_eq!(ids(&refused), [A, B]);
    assert_eq!((refused.rounded, refused.invalid.len()), (2, 2));
    let rules = IdRules {
        now: NOW,
        allows_rounded: true,
    };
    let separated = parse_ids("7,521,783,049,722,290,000");
    assert_eq!(invalid(&separated), [("7521783049722290000", LooksRounded)]);
    let in_json = parse_ids("[{\"video_id\": 7.52178e+18}]");
    assert_eq!(invalid(&in_json), [("7521780000000000000", LooksRounded)]);
    let allowed = parsed_ids::parse_ids(&text, rules);
    assert_eq!(
        ids(&allowed),
        [A, "7678907398077074000", "7521783049722285056", B]
    );
    assert_eq!((allowed.rounded, allowed.invalid.len()), (2, 0));
}
