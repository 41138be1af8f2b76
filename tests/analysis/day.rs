//! Days, compared with a calendar that counts them one by one.

use clipcart::domain::dates::day::Day;
use proptest::prelude::*;

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn every_day_until_2100_is_right() {
    let mut seconds = 0;
    let mut before = None;
    for year in 1970..=2100 {
        for month in 1..=12 {
            for date in 1..=days_of(year, month) {
                let day = Day::of(seconds);
                let expected = time::Month::try_from(month)
                    .and_then(|month| time::Date::from_calendar_date(year, month, date));
                assert_eq!(Ok(day.date()), expected);
                let text = format!("{year:04}-{month:02}-{date:02}");
                assert_eq!(day.to_string(), text);
                assert_eq!(text.parse(), Ok(day));
                assert_eq!((day.start(), Day::of(seconds + 86_399)), (seconds, day));
                assert!(before < Some(day), "{text}");
                before = Some(day);
                seconds += 86_400;
            }
            let after = format!("{year:04}-{month:02}-{:02}", days_of(year, month) + 1);
            assert!(after.parse::<Day>().is_err(), "{after}");
        }
    }
}

#[test]
fn known_times() {
    let cases = [
        (0, "1970-01-01"),
        (951_782_399, "2000-02-28"),
        (951_782_400, "2000-02-29"),
        (1_751_301_603, "2025-06-30"),
        (4_102_444_799, "2099-12-31"),
        (4_107_542_400, "2100-03-01"),
        (253_402_300_799, "9999-12-31"),
    ];
    for (seconds, text) in cases {
        assert_eq!(Day::of(seconds).to_string(), text);
    }
}

#[test]
fn invalid_days() {
    for text in [
        "",
        "2025",
        "2025-06",
        "2025-6-30",
        "25-06-30",
        "02025-06-30",
        "2025-06-31",
        "2025-02-29",
        "1900-02-29",
        "2025-00-10",
        "2025-13-01",
        "2025-06-00",
        "1969-12-31",
        "0000-01-01",
        "2025/06/30",
        "30-06-2025",
        "2025-06-30-",
        "2025-06-30-01",
        "2025-06-30T00:00",
        " 2025-06-30",
        "2025-06-3０",
        "+025-06-30",
        "2025--6-30",
        "-2025-06-30",
        "昨天",
    ] {
        assert!(text.parse::<Day>().is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_day_round_trips(seconds in 0..253_402_300_800_u64) {
        let day = Day::of(seconds);
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert!(day.start() <= seconds && seconds < day.start() + 86_400);
    }

    #[test]
    fn texts_sort_like_days(a in 0..253_402_300_800_u64, b in 0..253_402_300_800_u64) {
        let (a, b) = (Day::of(a), Day::of(b));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn any_time_and_any_text_is_handled(seconds: u64, text in "\\PC{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}") {
        let _ = Day::of(seconds).to_string();
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }
}
