//! What each type of field says, called with everything that it can be asked.

use clipcart::domain::charts::time_bucket::TimeBucket;
use clipcart::domain::filter::Sold;
use clipcart::domain::ids::short_link::LinkFailure;
use clipcart::domain::ids::{IdsProblem, TokenProblem, VideoIds};
use clipcart::domain::imports::file::FileProblem;
use clipcart::domain::metrics::{Direction, Metric, Unit};
use clipcart::domain::query::Query;
use clipcart::domain::query::paging::PagingProblem;
use clipcart::domain::rows::column::Column;
use clipcart::domain::saving::{Keep, StorageStatus};
use clipcart::domain::search::error::{Cost, SearchError};
use clipcart::domain::shortcut::Shortcut;
use clipcart::domain::videos::response::CacheStatus;
use clipcart::domain::view::ChartKind;
use clipcart::i18n::texts::errors::FailureText;
use clipcart::i18n::texts::metrics::MetricText;
use strum::VariantArray;

use super::every::{Field, Line};
use super::failures::failures;

fn line(text: &str) -> Line {
    given("", text.to_owned())
}

fn given(given: &str, text: String) -> Line {
    Line {
        text,
        given: given.to_owned(),
    }
}

impl Field for &'static str {
    fn lines(&self) -> Vec<Line> {
        vec![line(self)]
    }
}

impl<T: Field, const N: usize> Field for [T; N] {
    fn lines(&self) -> Vec<Line> {
        self.iter().flat_map(Field::lines).collect()
    }
}

impl Field for MetricText {
    fn lines(&self) -> Vec<Line> {
        // A number that is written with its unit has none after it.
        let unit = self.unit.iter().filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| line(unit));
        [line(self.name), line(self.formula)]
            .into_iter()
            .chain(unit)
            .collect()
    }
}

impl Field for FailureText {
    fn lines(&self) -> Vec<Line> {
        vec![line(self.title), line(self.advice)]
    }
}

impl Field for fn(&str) -> String {
    fn lines(&self) -> Vec<Line> {
        vec![given("417", self("417"))]
    }
}

impl Field for fn(usize) -> String {
    fn lines(&self) -> Vec<Line> {
        let counts = [0, 1, 2, 417];
        counts
            .map(|count| given(&count.to_string(), self(count)))
            .into()
    }
}

impl Field for fn(u64) -> String {
    fn lines(&self) -> Vec<Line> {
        // Seconds; nobody counts more than a minute in them.
        [(1, "1"), (59, "59"), (60, "1 "), (119, "1 "), (119, "59")]
            .map(|(seconds, part)| given(part, self(seconds)))
            .into()
    }
}

impl Field for fn(CacheStatus, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        use CacheStatus::*;
        [Api, Browser, Cache, Stale]
            .map(|origin| given("417", self(origin, "417")))
            .into()
    }
}

impl Field for fn(TokenProblem) -> String {
    fn lines(&self) -> Vec<Line> {
        use TokenProblem::*;
        let all = [
            ShortLink,
            LookAlikeHost,
            OtherSite,
            LinkWithoutId,
            TooShort,
            TooLong,
            ExponentForm,
            LooksRounded,
            OtherThing,
            NotANumber,
        ];
        let dated = given("2032", self(ImpossibleDate { year: 2032 }));
        let lines = all.map(|problem| line(&self(problem)));
        lines.into_iter().chain([dated]).collect()
    }
}

impl Field for fn(LinkFailure) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        use LinkFailure::*;
        [NoVideo, NotReached, TooMany, Refused]
            .map(|failure| line(self(failure)))
            .into()
    }
}

impl Field for fn(IdsProblem) -> String {
    fn lines(&self) -> Vec<Line> {
        // Of one request, and of a search.
        let many = [Query::MAX_IDS, VideoIds::MAX].map(|max| {
            let count = 41_700;
            given("41700", self(IdsProblem::TooMany { count, max }))
        });
        assert_ne!(many[0].text, many[1].text, "both limits");
        let none = [IdsProblem::Empty, IdsProblem::NoneRecognized];
        none.map(|problem| line(&self(problem)))
            .into_iter()
            .chain(many)
            .collect()
    }
}

impl Field for fn(PagingProblem) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        use PagingProblem::*;
        [Missing, NotANumber, OutOfRange]
            .map(|problem| line(self(problem)))
            .into()
    }
}

impl Field for fn(FileProblem) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        use FileProblem::*;
        [TooLarge, TooManyRows, Encrypted, Unreadable, NoIds]
            .map(|problem| line(self(problem)))
            .into()
    }
}

impl Field for fn(Cost) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        [Cost::None, Cost::Possible]
            .map(|cost| line(self(cost)))
            .into()
    }
}

impl Field for fn(Metric) -> MetricText {
    fn lines(&self) -> Vec<Line> {
        Metric::VARIANTS
            .iter()
            .flat_map(|metric| self(*metric).lines())
            .collect()
    }
}

impl Field for fn(&SearchError, bool) -> FailureText {
    fn lines(&self) -> Vec<Line> {
        let all = [false, true].map(|proxy| {
            let lines = failures(proxy)
                .into_iter()
                .flat_map(move |error| self(&error, proxy).lines());
            lines.collect::<Vec<_>>()
        });
        all.into_iter().flatten().collect()
    }
}

impl Field for fn(Column) -> String {
    fn lines(&self) -> Vec<Line> {
        let ours = Column::all().map(|column| line(&self(column)));
        // Named by its number.
        let imported = given("7", self(Column::Imported(6)));
        ours.chain([imported]).collect()
    }
}

impl Field for fn(Sold) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        Sold::VARIANTS
            .iter()
            .copied()
            .map(|sold| line(self(sold)))
            .collect()
    }
}

/// A level among several, and one of two directions.
impl Field for fn(usize, bool) -> String {
    fn lines(&self) -> Vec<Line> {
        let both = [false, true].map(|way| given("417", self(417, way)));
        assert_ne!(both[0].text, both[1].text, "both ways");
        both.into()
    }
}

impl Field for fn(&str, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        ["417", "533"]
            .map(|part| given(part, self("417", "533")))
            .into()
    }
}

impl Field for fn(&str, usize) -> String {
    fn lines(&self) -> Vec<Line> {
        let of = |count| self("533", count);
        let counted = [1, 2, 417].map(|count: usize| given(&count.to_string(), of(count)));
        counted.into_iter().chain([given("533", of(2))]).collect()
    }
}

impl Field for fn(&str, usize, &str, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        let of = |count| self("533", count, "641", "752");
        let counted = [1, 2, 417].map(|count: usize| given(&count.to_string(), of(count)));
        let parts = ["533", "641", "752"].map(|part| given(part, of(2)));
        counted.into_iter().chain(parts).collect()
    }
}

impl Field for fn(Shortcut) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        Shortcut::VARIANTS
            .iter()
            .copied()
            .map(|shortcut| line(self(shortcut)))
            .collect()
    }
}

impl Field for fn(Unit) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        let metrics = Metric::VARIANTS.iter().copied();
        metrics.map(|metric| line(self(metric.unit()))).collect()
    }
}

impl Field for fn(&str, Unit) -> String {
    fn lines(&self) -> Vec<Line> {
        // Counts and quotients have no unit to name.
        let units = [Unit::Dollars, Unit::Percent, Unit::Seconds];
        units.map(|unit| given("417", self("417", unit))).into()
    }
}

impl Field for fn(Direction) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        [Direction::MoreIsBetter, Direction::Neither]
            .map(|direction| line(self(direction)))
            .into()
    }
}

impl Field for fn(ChartKind) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        ChartKind::VARIANTS
            .iter()
            .copied()
            .map(|kind| line(self(kind)))
            .collect()
    }
}

impl Field for fn(&str, TimeBucket) -> String {
    fn lines(&self) -> Vec<Line> {
        TimeBucket::VARIANTS
            .iter()
            .map(|bucket| given("417", self("417", *bucket)))
            .collect()
    }
}

/// A title, a count, and what may not be known.
impl Field for fn(&str, usize, Option<&str>) -> String {
    fn lines(&self) -> Vec<Line> {
        let of = |count| self("533", count, Some("641"));
        let counted = [0, 1, 2, 417].map(|count: usize| given(&count.to_string(), of(count)));
        let parts = ["533", "641"].map(|part| given(part, of(2)));
        let without = given("533", self("533", 2, None));
        counted.into_iter().chain(parts).chain([without]).collect()
    }
}

impl Field for fn(&[String]) -> String {
    fn lines(&self) -> Vec<Line> {
        let items = ["417", "533", "641"].map(str::to_owned);
        let all = items.clone().map(|item| given(&item, self(&items)));
        let one = given("417", self(&items[..1]));
        // A list of one has nothing to say in any language.
        assert_eq!(one.text, "417");
        all.into()
    }
}

/// A number of credits.
impl Field for fn(u32) -> String {
    fn lines(&self) -> Vec<Line> {
        let counts = [1, 2, 417];
        counts
            .map(|count| given(&count.to_string(), self(count)))
            .into()
    }
}

/// A number of credits, and their limit if there is one.
impl Field for fn(u32, Option<u32>) -> String {
    fn lines(&self) -> Vec<Line> {
        let both = ["417", "533"].map(|part| given(part, self(417, Some(533))));
        both.into_iter()
            .chain([given("417", self(417, None))])
            .collect()
    }
}

/// IDs and requests.
impl Field for fn(usize, u32) -> String {
    fn lines(&self) -> Vec<Line> {
        let many = ["417", "533"].map(|part| given(part, self(417, 533)));
        many.into_iter().chain([given("1", self(1, 1))]).collect()
    }
}

impl Field for fn(usize, usize) -> String {
    fn lines(&self) -> Vec<Line> {
        let many = ["417", "533"].map(|part| given(part, self(417, 533)));
        many.into_iter().chain([given("1", self(1, 1))]).collect()
    }
}

/// So many of so many IDs, and a time.
impl Field for fn(usize, usize, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        ["417", "533", "641"]
            .map(|part| given(part, self(417, 533, "641")))
            .into()
    }
}

/// A count and a size.
impl Field for fn(usize, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        let counted = [0, 1, 2, 417].map(|count| given(&count.to_string(), self(count, "533")));
        let size = given("533", self(2, "533"));
        counted.into_iter().chain([size]).collect()
    }
}

/// Minutes, if there is at least one.
impl Field for fn(Option<u64>) -> String {
    fn lines(&self) -> Vec<Line> {
        let minutes = [1, 417].map(|minutes| given(&minutes.to_string(), self(Some(minutes))));
        minutes.into_iter().chain([line(&self(None))]).collect()
    }
}

/// A row, and its response if there are several.
impl Field for fn(Option<usize>, usize) -> String {
    fn lines(&self) -> Vec<Line> {
        let both = ["417", "533"].map(|part| given(part, self(Some(417), 533)));
        let row = given("533", self(None, 533));
        assert!(!row.text.contains("417"), "{}", row.text);
        both.into_iter().chain([row]).collect()
    }
}

impl Field for fn(Keep) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        Keep::VARIANTS
            .iter()
            .copied()
            .map(|keep| match keep.max_age() {
                Some(seconds) => given(&(seconds / 86_400).to_string(), self(keep).to_owned()),
                None => line(self(keep)),
            })
            .collect()
    }
}

impl Field for fn(StorageStatus) -> Option<&'static str> {
    fn lines(&self) -> Vec<Line> {
        use StorageStatus::*;
        // What the user wants is no problem.
        for status in [Saving, Memory] {
            assert_eq!(self(status), None, "{status:?}");
        }
        [Unavailable, Blocked, Newer, Full]
            .map(|status| line(self(status).unwrap()))
            .into()
    }
}
