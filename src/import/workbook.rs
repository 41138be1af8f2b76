//! The sheets of an Excel workbook, with their cells as texts.

use std::io::Cursor;

use calamine::{
    Data, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use crate::domain::imports::file::{FileProblem, Sheet};
use crate::domain::imports::table::Table;

/// How a zip file starts, as which XLSX is saved.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file starts: XLS, or XLSX with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// The visible sheets of a workbook. `None` if the file is none.
pub fn sheets(bytes: &[u8], now: u64) -> Option<Result<Vec<Sheet>, FileProblem>> {
    let is_compound = bytes.starts_with(COMPOUND);
    if !is_compound && !bytes.starts_with(ZIP) {
        return None;
    }
    let read = match Xlsx::new(Cursor::new(bytes)) {
        Ok(workbook) => xlsx(workbook, now),
        Err(XlsxError::Password) => Err(FileProblem::Encrypted),
        Err(_) if is_compound => xls(bytes, now),
        Err(_) => Err(FileProblem::Unreadable),
    };
    Some(read)
}

fn xlsx(mut workbook: Xlsx<Cursor<&[u8]>>, now: u64) -> Result<Vec<Sheet>, FileProblem> {
    let names = visible_sheets(&workbook);
    let mut sheets = Vec::new();
    for name in names {
        // Cell by cell: one stray cell in the last row would make a range of a million rows.
        let cells = workbook.worksheet_cells_reader(&name);
        let mut cells = cells.map_err(|_| FileProblem::Unreadable)?;
        let mut rows = Rows::default();
        while let Some(cell) = cells.next_cell().map_err(|_| FileProblem::Unreadable)? {
            let (row, column) = cell.get_position();
            rows.push(row, column, &cell.get_value().clone().into())?;
        }
        sheets.push((name, Table::new(rows.rows, now)));
    }
    Ok(sheets)
}

fn xls(bytes: &[u8], now: u64) -> Result<Vec<Sheet>, FileProblem> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => FileProblem::Encrypted,
        _ => FileProblem::Unreadable,
    })?;
    let names = visible_sheets(&workbook);
    let mut sheets = Vec::new();
    for name in names {
        let range = workbook.worksheet_range(&name);
        let range = range.map_err(|_| FileProblem::Unreadable)?;
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            rows.push(row as u32, column as u32, value)?;
        }
        sheets.push((name, Table::new(rows.rows, now)));
    }
    Ok(sheets)
}

fn visible_sheets<'a>(workbook: &impl Reader<Cursor<&'a [u8]>>) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    let is_shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let shown = sheets.filter(is_shown);
    shown.map(|sheet| sheet.name.clone()).collect()
}

/// The rows that have cells, in their order.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<String>>,
    /// The last row's index in the sheet.
    last: Option<u32>,
}

impl Rows {
    fn push(&mut self, row: u32, column: u32, value: &Data) -> Result<(), FileProblem> {
        let (column, text) = (column as usize, text(value));
        if text.is_empty() || column >= Table::MAX_COLUMNS {
            return Ok(());
        }
        if self.last != Some(row) {
            // The header is one row more, and the table counts them exactly.
            if self.rows.len() > Table::MAX_ROWS + 1 {
                return Err(FileProblem::TooManyRows);
            }
            self.rows.push(Vec::new());
            self.last = Some(row);
        }
        if let Some(cells) = self.rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
        Ok(())
    }
}

/// A cell as text. A number is written with all its digits, the zeros of a rounded id included, so that the rules for
/// pasted text recognize one.
fn text(value: &Data) -> String {
    match value {
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(value) => value.to_string().to_uppercase(),
        Data::DateTime(time) => date_text(*time),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

fn number_text(number: f64) -> String {
    match number.is_finite() {
        true => number.to_string(),
        false => String::new(),
    }
}

/// A date or a time in ISO 8601, or a duration in hours, minutes and seconds.
fn date_text(time: ExcelDateTime) -> String {
    /// The day after the last date of Excel.
    const END: f64 = 2_958_466.0;
    let days = time.as_f64();
    if !(0.0..END).contains(&days) {
        // An id in a column of dates must not become one.
        return number_text(days);
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let clock = format!("{minute:02}:{second:02}");
    if time.is_duration() {
        let hours = days.trunc() as u32 * 24 + u32::from(hour);
        return format!("{hours}:{clock}");
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (days < 1.0, days.fract() == 0.0) {
        (true, _) => format!("{hour:02}:{clock}"),
        (false, true) => date,
        (false, false) => format!("{date}T{hour:02}:{clock}"),
    }
}
