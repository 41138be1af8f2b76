//! Which column of a file has the video ids, and what the other columns say about each video.

use serde::{Deserialize, Serialize};

use crate::domain::ids::label::Label;
use crate::domain::imports::ImportedColumns;
use crate::domain::imports::id_cell::{ids_in, is_like_id, names_links, short_links_in};
use crate::domain::imports::table::Table;

/// A column that may be the one with the ids.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IdColumn {
    pub index: usize,
    pub name: String,
}

/// The columns of a file that have ids.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct IdColumns {
    /// The most likely column first.
    pub candidates: Vec<IdColumn>,
    /// The column's index, if one is more likely than all others.
    pub best: Option<usize>,
}

/// Why a column may be the one with the ids. The last reason is the best one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// Its name only: no cell has an id.
    Name,
    /// Most of its cells have ids.
    Contents,
    /// They have, and it is named as a column of links.
    Links,
    /// It is named as a column of ids, and has some.
    Ids,
}

/// How many cells of a column are looked at.
const SAMPLE: usize = 500;

/// Finds the columns that may have the ids. `names` are those of all columns; `now` is the time in Unix seconds.
#[must_use]
pub fn id_columns(table: &Table, names: &[String], now: u64) -> IdColumns {
    let mut found: Vec<(Reason, IdColumn)> = names
        .iter()
        .enumerate()
        .filter_map(|(index, name)| {
            let column = IdColumn {
                index,
                name: name.clone(),
            };
            Some((reason(table, index, now)?, column))
        })
        .collect();
    // Such a column matters only if there is no other.
    if found.iter().any(|(reason, _)| *reason > Reason::Name) {
        found.retain(|(reason, _)| *reason > Reason::Name);
    }
    found.sort_by_key(|(reason, _)| std::cmp::Reverse(*reason));
    let best = match &found[..] {
        [(_, only)] => Some(only.index),
        [(first, column), (second, _), ..] if first > second => Some(column.index),
        _ => None,
    };
    IdColumns {
        candidates: found.into_iter().map(|(_, column)| column).collect(),
        best,
    }
}

fn reason(table: &Table, column: usize, now: u64) -> Option<Reason> {
    let cells = cells(table, column).filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.take(SAMPLE).collect();
    if cells.is_empty() {
        return None;
    }
    let with_id = cells.iter().filter(|cell| is_like_id(cell, now)).count();
    let are_most = with_id * 2 >= cells.len();
    let name = table.header.as_ref().and_then(|header| header.get(column));
    let name = name.map_or("", |name| name.trim());
    match Label::of(name) {
        // A product, a user …
        Some(label) if !label.is_video => None,
        Some(label) if label.says_id && with_id > 0 => Some(Reason::Ids),
        Some(label) if label.says_id => Some(Reason::Name),
        _ if are_most && names_links(name) => Some(Reason::Links),
        _ => are_most.then_some(Reason::Contents),
    }
}

/// The names of all columns, each different. One without a name is called `unnamed` with its number: "Column 2".
#[must_use]
pub fn names(table: &Table, unnamed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for index in 0..table.width() {
        let own = table.header.as_ref().and_then(|header| header.get(index));
        let own = own.map(|name| one_line(name)).unwrap_or_default();
        let name = match own.is_empty() {
            true => format!("{unnamed} {}", index + 1),
            false => own,
        };
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut choices = std::iter::once(name.clone()).chain(numbered);
        names.extend(choices.find(|name| !names.contains(name)));
    }
    names
}

/// The cells of the id column as text for the form: one per line, as they are.
#[must_use]
pub fn ids_text(table: &Table, column: usize) -> String {
    let lines: Vec<String> = cells(table, column)
        .filter(|cell| !cell.is_empty())
        .map(one_line)
        .collect();
    lines.join("\n")
}

/// All cells that are not empty, one per line: for a file that is a list of ids in any layout.
#[must_use]
pub fn all_cells_text(table: &Table) -> String {
    let cells = table.rows.iter().flatten().map(|cell| one_line(cell));
    let lines: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
    lines.join("\n")
}

/// What the columns beside the one with the ids say about each video. Columns without any value are left out.
#[must_use]
pub fn other_columns(
    table: &Table,
    id_column: usize,
    names: &[String],
    now: u64,
) -> ImportedColumns {
    let has_values = |index: &usize| cells(table, *index).any(|cell| !cell.is_empty());
    let others: Vec<usize> = (0..names.len())
        .filter(|index| *index != id_column)
        .filter(has_values)
        .take(ImportedColumns::MAX)
        .collect();
    let (mut rows, mut links) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let values = others.iter().map(|index| cell(row, *index).to_owned());
        let values: Vec<String> = values.collect();
        let id_cell = cell(row, id_column);
        let ids = ids_in(id_cell, now).into_iter();
        rows.extend(ids.map(|id| (id, values.clone())));
        let in_cell = short_links_in(id_cell, now).into_iter();
        links.extend(in_cell.map(|link| (link, values.clone())));
    }
    let names = others.iter().filter_map(|index| names.get(*index).cloned());
    ImportedColumns::new(names.collect(), rows).with_links(links)
}

fn cells(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().map(move |row| cell(row, column))
}

fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", |cell| cell.trim())
}

/// A text without line breaks.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join(" ").trim().to_owned()
}
