//! Owns: from a mark of a chart to the cards that it stands for. Refuses: a selection; what is shown is the
//! view's filter, which stands in the address.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser::text;
use crate::domain::chart::What;
use crate::domain::lines::Lines;
use crate::domain::metrics::{Figure, Unit};
use crate::domain::range::Range;
use crate::domain::view::Mode;

/// Goes to the video of a mark, or shows the videos of its group.
pub fn show_videos(desk: Desk, lines: &Lines, what: &What) {
    let mut filter = desk.view.with_untracked(|view| view.filter.clone());
    match what {
        What::Line(line) => return desk.show_card(lines.video(*line).id),
        What::Between(..) => return,
        // What is on already stays on: the mark counted no more.
        What::Days(first, last) => {
            filter.from = Some(filter.from.map_or(*first, |from| from.max(*first)));
            filter.to = Some(filter.to.map_or(*last, |to| to.min(*last)));
        }
        What::Region(code) => filter.regions = vec![code.clone()],
        What::Hashtag(tag) => {
            let text = [&filter.text, " #", tag, "#"].concat();
            filter.text = text.trim_start().to_owned();
        }
    }
    desk.turn(|view| {
        view.filter = filter;
        view.mode = Mode::Cards;
    });
}

/// Shows the videos with as much of a figure.
pub fn show_range(desk: Desk, figure: Figure, from: f64, to: f64) {
    let scale = if figure.unit() == Unit::Percent {
        100.0
    } else {
        1.0
    };
    let bound = |value: f64| text::decimal(value * scale).parse().ok();
    let range = Range::new(figure, bound(from), bound(to));
    desk.turn(|view| {
        let range = match view.filter.range(figure) {
            Some(old) => range.map(|new| old.narrowed(&new)),
            None => range,
        };
        view.filter = std::mem::take(&mut view.filter).ranged(figure, range);
        view.mode = Mode::Cards;
    });
}
