//! Every text of a language, with each function called on everything that it can be asked.

use clipcart::domain::answer::Origin;
use clipcart::domain::error::{ApiNote, Cost, SearchError, Speaker};
use clipcart::domain::metrics::Figure;
use clipcart::domain::paging::PagingProblem;
use clipcart::domain::video_id::{IdsProblem, PieceProblem};
use clipcart::messages::{ChartTexts, DeskTexts, FailureText, FigureText, Texts};

/// A text, and what it was given to say; nothing, when it was given nothing.
pub struct Line {
    pub text: String,
    pub given: String,
}

/// A field's name, and its lines. One of a part's has the part's name before it: `desk.table`.
pub type Named = (String, Vec<Line>);

/// Every field of a language's texts.
pub fn every(texts: &Texts) -> Vec<Named> {
    texts.every()
}

/// [`Texts`], or a part of it that is a struct of its own.
trait Every {
    fn every(&self) -> Vec<Named>;
}

/// One field, whatever its type.
trait Field {
    fn lines(&self) -> Vec<Line> {
        Vec::new()
    }

    fn named(&self, name: &str) -> Vec<Named> {
        vec![(name.to_owned(), self.lines())]
    }
}

impl<T: Every> Field for &'static T {
    fn named(&self, name: &str) -> Vec<Named> {
        let inner = self.every().into_iter();
        inner
            .map(|(inner, lines)| (format!("{name}.{inner}"), lines))
            .collect()
    }
}

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

impl Field for [&'static str; 3] {
    fn lines(&self) -> Vec<Line> {
        self.iter().map(|text| line(text)).collect()
    }
}

impl Field for [&'static str; 6] {
    fn lines(&self) -> Vec<Line> {
        self.iter().map(|text| line(text)).collect()
    }
}

impl Field for [fn(&str) -> String; 4] {
    fn lines(&self) -> Vec<Line> {
        self.iter().flat_map(|text| text.lines()).collect()
    }
}

impl Field for fn(&str, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        vec![given("417", self("417", "1")), given("417", self("1", "417"))]
    }
}

impl Field for FigureText {
    fn lines(&self) -> Vec<Line> {
        vec![line(self.name), line(self.formula)]
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

impl Field for fn(Origin, &str) -> String {
    fn lines(&self) -> Vec<Line> {
        use Origin::*;
        [Api, Tab, Cache, Stale]
            .map(|origin| given("417", self(origin, "417")))
            .into()
    }
}

impl Field for fn(PieceProblem) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        use PieceProblem::*;
        let all = [
            ShortLink,
            LookAlikeHost,
            OtherSite,
            LinkWithoutId,
            TooShort,
            TooLong,
            NotANumber,
        ];
        all.map(|problem| line(self(problem))).into()
    }
}

impl Field for fn(IdsProblem) -> String {
    fn lines(&self) -> Vec<Line> {
        let many = given("417", self(IdsProblem::TooMany { count: 417 }));
        let none = [IdsProblem::Empty, IdsProblem::NoneUnderstood];
        none.map(|problem| line(&self(problem)))
            .into_iter()
            .chain([many])
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

impl Field for fn(Cost) -> &'static str {
    fn lines(&self) -> Vec<Line> {
        [Cost::None, Cost::Possible]
            .map(|cost| line(self(cost)))
            .into()
    }
}

impl Field for fn(Figure) -> FigureText {
    fn lines(&self) -> Vec<Line> {
        Figure::ALL
            .iter()
            .flat_map(|figure| self(*figure).lines())
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

/// One of each failure. Through a proxy it matters who refused.
pub fn failures(proxy: bool) -> Vec<SearchError> {
    use SearchError::*;
    let note = ApiNote::default;
    let by_api = proxy.then(|| {
        KeyRefused(ApiNote {
            speaker: Speaker::Api,
            ..note()
        })
    });
    let mut all = vec![
        KeyNeeded,
        InvalidRequest(note()),
        KeyRefused(note()),
        SignInNeeded(note()),
        ProxyRefused(note()),
        DailyLimit {
            seconds: 40_000,
            note: note(),
        },
        QuotaUsedUp(note()),
        TooFast {
            seconds: None,
            note: note(),
        },
        Server(note()),
        Refused(note()),
        NotJson(note()),
        Truncated(note()),
        UnexpectedShape("", note()),
        NoData(note()),
        Timeout(30),
        Offline { sent: true },
        Cancelled,
        Blocked,
        SampleUnavailable,
    ];
    all.extend(by_api);
    all
}

/// Each struct of texts with its fields; one that is not named here does not compile.
macro_rules! every {
    ($($texts:ident { $($field:ident)* })*) => {$(
        impl Every for $texts {
            fn every(&self) -> Vec<Named> {
                let $texts { $($field),* } = self;
                let named = [$($field.named(stringify!($field))),*];
                named.into_iter().flatten().collect()
            }
        }
    )*};
}

every! {
    Texts {
        page_title title_with_results skip_to_results tagline settings footer ids_label ids_hint
        ids_placeholder page_label size_label search search_shortcut one_credit up_to_one_credit free ids_understood
        duplicates_dropped pieces_not_understood more_pieces many_ids piece_problem ids_problem
        page_problem size_problem link_problem repeated_parameter intro_title intro_steps try_sample
        sample_free sample_badge sample_note leave_sample proxy_note results loading cancel
        videos_found products_found page_position last_page origin refresh
        copy_link link_copied copy_by_hand previous next pages empty_title empty_advice
        empty_later_page empty_sample without_rows unreadable_rows unreadable_row row_without_id
        row_not_an_object row_not_a_number held_title held_advice run_query add_key failure cost
        kept_from_before opens_again message api_code request_id copy_request_id copied
        try_again try_again_in open_settings edit_query open_dashboard sign_in reload desk charts video_by no_caption show_more
        show_less cover_missing play close_player clip clip_expired clip_missing clip_unusable
        clip_broken tiktok_player tiktok_player_note open_on_tiktok creator product product_unknown
        several_products not_added_up estimated estimated_dollars published hashtags
        unknown more_figures exactly figure data_source
        fixed_by_deployment source_direct source_direct_note source_proxy source_proxy_note
        proxy_address proxy_address_bad api_key api_key_note api_key_bad show_key hide_key
        keep_for_tab forget_key key_set key_forgotten language theme theme_system theme_light
        theme_dark save close bad_config_title bad_config_advice
    }
    ChartTexts {
        kind kinds figure across log png svg failed estimated is ranked against distribution by_time by_region by_hashtag
        sum median_of videos lower_quartile median upper_quartile no_region marks keys marks_drawn most nothing
        unknown zero several apart more each_hashtag data first_rows video range days region hashtag
    }
    DeskTexts { view cards table charts compare }
}
