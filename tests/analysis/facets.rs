//! Which rows pass, and what each choice would show, for any filter and any rows.

use std::collections::BTreeMap;

use clipcart::domain::filter::{Filter, ImportedValue, NO_REGION, Part, Sold};
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::Sort;
use clipcart::domain::rows::{ResultRows, RowIndex};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use crate::filter::filter;
use crate::fixtures::{any_rows, any_sort, normalize_text, some_of};

prop_compose! {
    /// A filter that some of [`any_rows`] pass.
    fn any_filter()(
        text in select(vec!["", "", "apple", "APP", "tag 7", "苹果", "#t", "zebra x"]),
        regions in some_of(vec!["US", "GB", "TH", NO_REGION], 2),
        from in option::of(select(vec!["2025-06-29", "2025-06-30"])),
        to in option::of(select(vec!["2025-06-30", "2025-07-01"])),
        sold in option::of(select(Sold::VARIANTS)),
        ranges in some_of(vec!["gmv:0.1..", "units:1..2", "views:..2", "save_rate:..100"], 2),
        imported in some_of(vec!["1:apple", "1:", "1:9", "2:10", "2:苹果", "3:"], 2),
    ) -> Filter {
        let ranges = format!("cc_where={}", ranges.join(","));
        Filter {
            text: text.to_owned(),
            regions: regions.into_iter().map(str::to_owned).collect(),
            from: from.map(|day| day.parse().unwrap()),
            to: to.map(|day| day.parse().unwrap()),
            sold,
            imported: imported.into_iter().map(|value| value.parse().unwrap()).collect(),
            ..filter(&ranges)
        }
    }
}

/// Whether a row passes, computed condition by condition from its video.
fn passes(filter: &Filter, rows: &ResultRows, row: RowIndex) -> bool {
    let (video, sales) = (rows.video(row), rows.sales(row));
    let words = [
        video.caption.clone(),
        video
            .hashtags
            .iter()
            .map(|tag| format!("#{tag}"))
            .collect::<Vec<_>>()
            .join(" "),
        video.id.to_string(),
        video.creator.iter().map(|id| id.as_str()).collect(),
        video
            .sales
            .iter()
            .filter_map(|sales| sales.product.as_ref())
            .map(|id| format!("{} ", id.as_str()))
            .collect(),
    ];
    let imported = (0..3).filter_map(|column| rows.imported_value(row, column));
    let words = words.iter().map(String::as_str).chain(imported);
    let words = normalize_text(&words.collect::<Vec<_>>().join(" "));
    let has_words = normalize_text(&filter.text)
        .split_whitespace()
        .all(|word| words.contains(word));
    let region = video.region.as_deref().unwrap_or(NO_REGION);
    let in_region = filter.regions.is_empty() || filter.regions.iter().any(|code| code == region);
    let since = filter
        .from
        .is_none_or(|from| from.start() <= video.published);
    let until = filter
        .to
        .is_none_or(|to| video.published < to.start() + 86_400);
    let is_sold = filter.sold.is_none_or(|sold| sold == Sold::of(sales));
    let in_ranges = filter.ranges.iter().all(|range| {
        let (min, max) = range.limits();
        let value = range.metric().of(video, sales, video.fetched_at);
        value.is_some_and(|value| (min..=max).contains(&value))
    });
    let own = |value: &ImportedValue| {
        rows.imported_value(row, value.column()).unwrap_or_default() == value.value()
    };
    let has_values = filter.imported.iter().all(|wanted| {
        let mut same_column = filter.imported.iter();
        same_column.any(|value| value.column() == wanted.column() && own(value))
    });
    has_words && has_values && in_region && since && until && is_sold && in_ranges
}

fn all_passing(filter: &Filter, rows: &ResultRows) -> Vec<RowIndex> {
    rows.all()
        .filter(|row| passes(filter, rows, *row))
        .collect()
}

proptest! {
    #[test]
    fn rows_pass_that_meet_each_condition(rows in any_rows(), filter in any_filter()) {
        let result = filter.apply(&rows, normalize_text);
        prop_assert_eq!(result.passing, all_passing(&filter, &rows));
    }

    #[test]
    fn facet_counts_are_the_rows_that_a_choice_would_show(rows in any_rows(), filter in any_filter()) {
        let result = filter.apply(&rows, normalize_text);
        for (region, count) in &result.facets.regions {
            let chosen = Filter { regions: vec![region.clone()], ..filter.clone() };
            prop_assert_eq!(*count, all_passing(&chosen, &rows).len(), "{}", region);
        }
        for (sold, count) in Sold::VARIANTS.iter().copied().zip(result.facets.sold) {
            let chosen = Filter { sold: Some(sold), ..filter.clone() };
            prop_assert_eq!(count, all_passing(&chosen, &rows).len(), "{:?}", sold);
        }
        for facet in &result.facets.imported {
            let others = filter.imported.iter().filter(|value| value.column() != facet.column);
            let others: Vec<ImportedValue> = others.cloned().collect();
            for (value, count) in &facet.values {
                let value = ImportedValue::new(facet.column, value.clone()).unwrap();
                let imported = others.iter().cloned().chain([value]).collect();
                let chosen = Filter { imported, ..filter.clone() };
                prop_assert_eq!(*count, all_passing(&chosen, &rows).len(), "{:?}", chosen);
            }
        }
    }

    #[test]
    fn region_facets_include_selected_regions(
        rows in any_rows(), filter in any_filter(),
    ) {
        let open = Filter { regions: Vec::new(), ..filter.clone() };
        let region = |row: RowIndex| rows.video(row).region.clone().unwrap_or(NO_REGION.to_owned());
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for row in all_passing(&open, &rows) {
            *expected.entry(region(row)).or_default() += 1;
        }
        for chosen in &filter.regions {
            expected.entry(chosen.clone()).or_default();
        }
        let found = filter.apply(&rows, normalize_text).facets.regions;
        prop_assert!(found.is_sorted_by(|(a, more), (b, less)| (less, a) < (more, b)), "{:?}", found);
        prop_assert_eq!(found.into_iter().collect::<BTreeMap<_, _>>(), expected);
    }

    /// Filtering before sorting gives the same as sorting before filtering.
    #[test]
    fn filter_and_sort_commute(rows in any_rows(), filter in any_filter(), sort in any_sort()) {
        let mut filtered = filter.apply(&rows, normalize_text).passing;
        let passing = filtered.clone();
        sort.apply(&rows, &mut filtered);
        let mut sorted: Vec<RowIndex> = rows.all().collect();
        sort.apply(&rows, &mut sorted);
        sorted.retain(|row| passing.contains(row));
        prop_assert_eq!(filtered, sorted);
    }

    #[test]
    fn passing_rows_are_in_the_order_of_the_results(rows in any_rows(), filter in any_filter()) {
        let passing = filter.apply(&rows, normalize_text).passing;
        prop_assert!(passing.is_sorted());
        let mut unsorted = passing.clone();
        Sort::default().apply(&rows, &mut unsorted);
        prop_assert_eq!(&unsorted, &passing);
        // By id they are in reverse order: see `any_rows`.
        Sort::by(Column::VideoId, true).apply(&rows, &mut unsorted);
        prop_assert_eq!(unsorted, passing);
    }

    #[test]
    fn fewer_conditions_pass_more_rows(rows in any_rows(), filter in any_filter()) {
        let passing = filter.apply(&rows, normalize_text).passing;
        for part in filter.parts() {
            // One of the regions must match, so fewer of them pass fewer rows, unless none is left. The same is true for
            // the values of a column.
            let is_one_of_several = match &part {
                Part::Region(_) => filter.regions.len() > 1,
                Part::Imported(value) => {
                    let of_column = filter.imported.iter().filter(|it| it.column() == value.column());
                    of_column.count() > 1
                }
                _ => false,
            };
            if is_one_of_several {
                continue;
            }
            let more = filter.clone().without(&part).apply(&rows, normalize_text).passing;
            prop_assert!(passing.iter().all(|row| more.contains(row)), "{:?}", part);
        }
    }
}
