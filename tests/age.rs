//! Ages: the one unit that a person would use, rounded down, at every boundary.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::dates::age::AgeUnit::{Day, Hour, Minute, Month, Year};
use clipcart::domain::dates::age::{AgeUnit, age};
use proptest::prelude::*;

const DAY: u64 = 86_400;
const MONTH: u64 = 30 * DAY + 36_000;
const YEAR: u64 = 365 * DAY + 21_600;

#[test]
fn each_unit_starts_where_the_previous_one_ends() {
    let cases = [
        (0, (0, Minute)),
        (59, (0, Minute)),
        (60, (1, Minute)),
        (3_599, (59, Minute)),
        (3_600, (1, Hour)),
        (7_199, (1, Hour)),
        (7_200, (2, Hour)),
        (DAY - 1, (23, Hour)),
        (DAY, (1, Day)),
        (2 * DAY - 1, (1, Day)),
        (MONTH - 1, (30, Day)),
        (MONTH, (1, Month)),
        (2 * MONTH, (2, Month)),
        (12 * MONTH - 1, (11, Month)),
        (YEAR, (12, Month)),
        (14 * MONTH, (14, Month)),
        (24 * MONTH - 1, (23, Month)),
        (2 * YEAR - 1, (24, Month)),
        (2 * YEAR, (2, Year)),
        (3 * YEAR - 1, (2, Year)),
        (10 * YEAR, (10, Year)),
    ];
    for (seconds, expected) in cases {
        let then = 1_751_301_603;
        assert_eq!(age(then, then + seconds), expected, "{seconds} s");
    }
}

#[test]
fn the_future_has_age_zero() {
    for (then, now) in [(1, 0), (u64::MAX, 0), (1_751_301_603, 1_751_301_602)] {
        assert_eq!(age(then, now), (0, Minute), "{then} at {now}");
    }
}

fn seconds_in(unit: AgeUnit) -> u64 {
    match unit {
        Minute => 60,
        Hour => 3_600,
        Day => DAY,
        Month => MONTH,
        Year => YEAR,
    }
}

proptest! {
    #[test]
    fn an_age_is_rounded_down_by_less_than_one_unit(
        then in any::<u32>(), seconds in prop_oneof![0..2 * DAY, 0..20 * YEAR],
    ) {
        let (amount, unit) = age(then.into(), u64::from(then) + seconds);
        let length = seconds_in(unit);
        prop_assert!(amount * length <= seconds && seconds < (amount + 1) * length);
        prop_assert!(amount > 0 || unit == Minute, "0 {:?}", unit);
    }
}
