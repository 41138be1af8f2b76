//! The user's file with ids.

use super::plural::plural;
use crate::domain::imports::file::FileProblem;
use crate::i18n::texts::files::FileTexts;

pub const FILES: FileTexts = FileTexts {
    open: "Open file…",
    drop: "Drop a TXT, CSV, TSV or Excel file",
    reading: |name| format!("Reading {name}…"),
    read: |name, rows| format!("{name} · {}", plural(rows, "row", "rows")),
    ids_from: |column| format!("IDs from column “{column}”"),
    which_column: "Column with the IDs",
    which_sheet: "Sheet",
    also: |columns| format!("also: {columns}"),
    earlier_columns: |columns| format!("Columns of your file: {columns}"),
    remove: "Remove",
    problem: |problem| match problem {
        FileProblem::TooLarge => "The file is larger than 20 MB. Split it, or paste the IDs.",
        FileProblem::TooManyRows => {
            "The file has more than 100,000 rows. Split it, or paste the IDs."
        }
        FileProblem::Encrypted => {
            "The file has a password. Save it without one, and open it again."
        }
        FileProblem::Unreadable => {
            "The file can't be read: it is damaged, or no table. Save it as XLSX or CSV, and open it again."
        }
        FileProblem::NoIds => "No video ID and no TikTok link was found in the file.",
    },
    not_loaded: "The part of ClipCart that reads files could not be loaded, or differs from the published version. \
                 Try again; if that doesn't help, reload the page, or paste the IDs.",
    unnamed_column: "Column",
};
