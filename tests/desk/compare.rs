//! Videos side by side: the best of each figure, and differences from the base.

use clipcart::domain::compare::{Cell, Row, rows};
use clipcart::domain::lines::Lines;
use clipcart::domain::metrics::{Direction, Figure};
use clipcart::domain::video::{Count, Reach, Video};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::made::{any_lines, lines, seen, sold};

fn row(lines: &Lines, videos: &[usize], base: usize, figure: Figure) -> Row {
    let found = rows(lines, videos, base).into_iter();
    let mut found = found.filter(|row| row.figure == figure);
    found.next().unwrap()
}

/// The views of some videos, compared with the first of them: which are best, and the differences.
fn views(counts: &[Count]) -> (Vec<bool>, Vec<Option<f64>>) {
    let videos = (0..)
        .zip(counts)
        .map(|(n, count)| seen(n, *count, &[sold("1", None, None)]));
    let lines = lines(videos);
    let places: Vec<usize> = (0..counts.len()).collect();
    let cells = row(&lines, &places, 0, Figure::Views).cells;
    let best = cells.iter().map(|cell| cell.is_best).collect();
    (best, cells.iter().map(|cell| cell.difference).collect())
}

#[test]
fn the_best_is_marked_where_there_is_one() {
    let cases: [(&[Count], &[bool]); 9] = [
        (&[Some(1), Some(2)], &[false, true]),
        (&[Some(2), Some(1)], &[true, false]),
        (&[Some(2), Some(1), Some(2)], &[true, false, true]),
        (&[Some(0), Some(1)], &[false, true]),
        (&[Some(2), None, Some(1)], &[true, false, false]),
        // All alike, or none to compare with: nobody is best.
        (&[Some(2), Some(2)], &[false, false]),
        (&[Some(2), None], &[false, false]),
        (&[None, None], &[false, false]),
        (&[Some(2)], &[false]),
    ];
    for (counts, expected) in cases {
        assert_eq!(views(counts).0, expected, "{counts:?}");
    }
}

#[test]
fn differences_are_from_the_base() {
    let cases: [(&[Count], &[Option<f64>]); 6] = [
        (&[Some(4), Some(5)], &[None, Some(0.25)]),
        (
            &[Some(4), Some(3), Some(4)],
            &[None, Some(-0.25), Some(0.0)],
        ),
        (&[Some(4), Some(0)], &[None, Some(-1.0)]),
        (&[Some(4), None, Some(8)], &[None, None, Some(1.0)]),
        // From nothing or from the unknown there is no percentage.
        (&[Some(0), Some(5)], &[None, None]),
        (&[None, Some(5)], &[None, None]),
    ];
    for (counts, expected) in cases {
        assert_eq!(views(counts).1, expected, "{counts:?}");
    }
}

#[test]
fn any_of_them_may_be_the_base() {
    let lines = lines([4, 5, 8].map(|count| seen(count, Some(count), &[sold("1", None, None)])));
    let cases = [
        (0, [None, Some(0.25), Some(1.0)]),
        (1, [Some(-0.2), None, Some(0.6)]),
        (2, [Some(-0.5), Some(-0.375), None]),
        // No such video: nothing differs from nothing.
        (3, [None, None, None]),
    ];
    for (base, expected) in cases {
        let cells = row(&lines, &[0, 1, 2], base, Figure::Views).cells;
        for (cell, expected) in cells.iter().zip(expected) {
            let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
            let agree = match (cell.difference, expected) {
                (Some(a), Some(b)) => near(a, b),
                (a, b) => a == b,
            };
            assert!(agree, "from {base}: {cell:?} instead of {expected:?}");
        }
    }
}

#[test]
fn videos_stand_in_the_order_of_selection() {
    let lines = lines([4, 5, 8].map(|count| seen(count, Some(count), &[sold("1", None, None)])));
    let cells = row(&lines, &[2, 0], 1, Figure::Views).cells;
    let values: Vec<_> = cells.iter().map(|cell| cell.values[0]).collect();
    assert_eq!(values, [Some(8.0), Some(4.0)]);
    assert_eq!(cells[0].difference, Some(1.0));
}

#[test]
fn a_price_or_a_length_has_no_better() {
    let video = |n, seconds, gmv| Video {
        seconds: Some(seconds),
        ..seen(n, Some(1), &[sold("1", Some(1), Some(gmv))])
    };
    let lines = lines([video(1, 10, 5.0), video(2, 20, 9.0)]);
    for row in rows(&lines, &[0, 1], 0) {
        let best = row.cells.iter().any(|cell| cell.is_best);
        if row.figure.direction() == Direction::Neither {
            assert!(!best, "{:?}", row.figure);
            assert!(row.cells[1].difference.is_some(), "{:?}", row.figure);
        }
    }
    assert!(row(&lines, &[0, 1], 0, Figure::Gmv).cells[1].is_best);
}

#[test]
fn a_video_of_several_products_has_a_value_for_each() {
    let reach = Reach {
        views: Some(1000),
        ..Reach::default()
    };
    let two = [sold("1", Some(9), Some(9.0)), sold("2", Some(1), None)];
    let several = Video {
        reach,
        ..seen(1, None, &two)
    };
    let lines = lines([several, seen(2, Some(10), &[sold("3", Some(3), Some(3.0))])]);
    let none = |values: &[Option<f64>]| Cell {
        values: values.into(),
        is_best: false,
        difference: None,
    };
    // Which of the two would be compared?
    for base in [0, 1] {
        let units = row(&lines, &[0, 1], base, Figure::Units).cells;
        assert_eq!(units, [none(&[Some(9.0), Some(1.0)]), none(&[Some(3.0)])]);
        let gmv = row(&lines, &[0, 1], base, Figure::Gmv).cells;
        assert_eq!(gmv, [none(&[Some(9.0), None]), none(&[Some(3.0)])]);
    }
    // Its reach is one.
    let views = row(&lines, &[0, 1], 1, Figure::Views).cells;
    let expected = Cell {
        values: vec![Some(1000.0)],
        is_best: true,
        difference: Some(99.0),
    };
    assert_eq!(views[0], expected);
}

#[test]
fn equal_values_of_a_videos_products_are_one() {
    let same = [sold("1", Some(9), None), sold("2", Some(9), None)];
    let lines = lines([
        seen(1, None, &same),
        seen(2, None, &[sold("3", Some(3), None)]),
    ]);
    let units = row(&lines, &[0, 1], 1, Figure::Units).cells;
    assert_eq!(units[0].values, [Some(9.0)]);
    assert_eq!((units[0].is_best, units[0].difference), (true, Some(2.0)));
}

#[test]
fn a_row_for_each_figure_in_their_order() {
    let lines = lines([seen(1, None, &[sold("1", None, None)])]);
    let figures: Vec<Figure> = rows(&lines, &[0], 0).iter().map(|row| row.figure).collect();
    assert_eq!(figures, Figure::ALL);
    assert!(rows(&lines, &[], 0).iter().all(|row| row.cells.is_empty()));
}

proptest! {
    #[test]
    fn the_best_is_no_less_than_any_and_more_than_some(
        lines in any_lines(), picks in proptest::collection::vec(any::<Index>(), 1..6), base in 0..6_usize,
    ) {
        prop_assume!(!lines.is_empty());
        let videos: Vec<usize> = picks.iter().map(|pick| pick.index(lines.videos().len())).collect();
        for row in rows(&lines, &videos, base) {
            let single = |cell: &Cell| match cell.values[..] {
                [value] => value,
                _ => None,
            };
            let known: Vec<f64> = row.cells.iter().filter_map(single).collect();
            let most = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let differ = known.iter().any(|value| *value < most);
            let wanted = differ && row.figure.direction() == Direction::MoreIsBetter;
            for (place, cell) in row.cells.iter().enumerate() {
                let is_most = single(cell) == Some(most);
                prop_assert_eq!(cell.is_best, wanted && is_most, "{:?}", row);
                prop_assert!(place != base || cell.difference.is_none());
                if let (Some(value), Some(difference)) = (single(cell), cell.difference) {
                    let from = single(&row.cells[base]).unwrap();
                    prop_assert!((from * (1.0 + difference) - value).abs() <= from.max(value) * 1e-12);
                }
            }
        }
    }
}
