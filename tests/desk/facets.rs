//! What a filter leaves and what each of its choices would, for any filter and any lines.

use std::collections::BTreeMap;

use clipcart::domain::column::Column;
use clipcart::domain::filter::{Filter, NO_REGION, Part, Sold};
use clipcart::domain::lines::{LineNo, Lines};
use clipcart::domain::sort::Sort;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::filter::filter;
use crate::made::{any_lines, any_sort, fold, some_of};

prop_compose! {
    /// A filter that lets some of [`any_lines`] pass.
    fn any_filter()(
        text in select(vec!["", "", "apple", "APP", "tag 7", "苹果", "#t", "zebra x"]),
        regions in some_of(vec!["US", "GB", "TH", NO_REGION], 2),
        from in option::of(select(vec!["2025-06-29", "2025-06-30"])),
        to in option::of(select(vec!["2025-06-30", "2025-07-01"])),
        sold in option::of(select(Sold::ALL.to_vec())),
        ranges in some_of(vec!["gmv:0.1..", "units:1..2", "views:..2", "save_rate:..100"], 2),
    ) -> Filter {
        let ranges = format!("where={}", ranges.join(","));
        Filter {
            text: text.to_owned(),
            regions: regions.into_iter().map(str::to_owned).collect(),
            from: from.map(|day| day.parse().unwrap()),
            to: to.map(|day| day.parse().unwrap()),
            sold,
            ..filter(&ranges)
        }
    }
}

/// Whether one line passes, part by part and from the video itself.
fn passes(filter: &Filter, lines: &Lines, line: LineNo) -> bool {
    let (video, sales) = (lines.video(line), lines.sales(line));
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
    let words = fold(&words.join(" "));
    let has_words = fold(&filter.text)
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
        let value = range.figure().of(video, sales, lines.at());
        value.is_some_and(|value| (min..=max).contains(&value))
    });
    has_words && in_region && since && until && is_sold && in_ranges
}

fn all_passing(filter: &Filter, lines: &Lines) -> Vec<LineNo> {
    lines
        .all()
        .filter(|line| passes(filter, lines, *line))
        .collect()
}

proptest! {
    #[test]
    fn those_pass_that_pass_each_part(lines in any_lines(), filter in any_filter()) {
        let survey = filter.survey(&lines, fold);
        prop_assert_eq!(survey.passing, all_passing(&filter, &lines));
    }

    #[test]
    fn a_count_is_what_choosing_would_leave(lines in any_lines(), filter in any_filter()) {
        let survey = filter.survey(&lines, fold);
        for (region, count) in &survey.regions {
            let chosen = Filter { regions: vec![region.clone()], ..filter.clone() };
            prop_assert_eq!(*count, all_passing(&chosen, &lines).len(), "{}", region);
        }
        for (sold, count) in Sold::ALL.into_iter().zip(survey.sold) {
            let chosen = Filter { sold: Some(sold), ..filter.clone() };
            prop_assert_eq!(count, all_passing(&chosen, &lines).len(), "{:?}", sold);
        }
    }

    #[test]
    fn regions_are_all_that_pass_the_rest_and_all_that_are_chosen(
        lines in any_lines(), filter in any_filter(),
    ) {
        let open = Filter { regions: Vec::new(), ..filter.clone() };
        let region = |line: LineNo| lines.video(line).region.clone().unwrap_or(NO_REGION.to_owned());
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for line in all_passing(&open, &lines) {
            *expected.entry(region(line)).or_default() += 1;
        }
        for chosen in &filter.regions {
            expected.entry(chosen.clone()).or_default();
        }
        let found = filter.survey(&lines, fold).regions;
        prop_assert!(found.is_sorted_by(|(a, more), (b, less)| (less, a) < (more, b)), "{:?}", found);
        prop_assert_eq!(found.into_iter().collect::<BTreeMap<_, _>>(), expected);
    }

    /// Filter, then sort; or sort, then filter: it is the same.
    #[test]
    fn filter_and_sort_commute(lines in any_lines(), filter in any_filter(), sort in any_sort()) {
        let mut filtered = filter.survey(&lines, fold).passing;
        let passing = filtered.clone();
        sort.apply(&lines, &mut filtered);
        let mut sorted: Vec<LineNo> = lines.all().collect();
        sort.apply(&lines, &mut sorted);
        sorted.retain(|line| passing.contains(line));
        prop_assert_eq!(filtered, sorted);
    }

    #[test]
    fn a_filter_s_order_is_the_answer_s(lines in any_lines(), filter in any_filter()) {
        let passing = filter.survey(&lines, fold).passing;
        prop_assert!(passing.is_sorted());
        let mut unsorted = passing.clone();
        Sort::default().apply(&lines, &mut unsorted);
        prop_assert_eq!(&unsorted, &passing);
        // By id they run the other way: see `any_lines`.
        Sort::by(Column::VideoId, true).apply(&lines, &mut unsorted);
        prop_assert_eq!(unsorted, passing);
    }

    #[test]
    fn less_asked_leaves_more(lines in any_lines(), filter in any_filter()) {
        let passing = filter.survey(&lines, fold).passing;
        for part in filter.parts() {
            // Of several regions any will do: fewer of them leave less, unless none is left.
            if filter.regions.len() > 1 && matches!(part, Part::Region(_)) {
                continue;
            }
            let more = filter.clone().without(&part).survey(&lines, fold).passing;
            prop_assert!(passing.iter().all(|line| more.contains(line)), "{:?}", part);
        }
    }
}
