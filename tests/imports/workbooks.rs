//! Workbooks: the types of their cells, their sheets, and what is no workbook.

use clipcart::domain::ids::TokenProblem;
use clipcart::domain::ids::parsed_ids::parse_ids;
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::imports::file::{FileProblem, ReadRequest};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::given::{A, B, NOW, candidates, fill, read, request, values};

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        sheet.write_string(row, column, *cell).unwrap();
    }
}

#[test]
fn cells_of_every_type_are_texts() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(
        sheet,
        0,
        &[
            "视频ID", "Units", "Rate", "Day", "Time", "Length", "Live", "Error", "Sum",
        ],
    );
    let time = |text| ExcelDateTime::parse_from_str(text).unwrap();
    let dated = |format| Format::new().set_num_format(format);
    sheet.write_string(1, 0, A).unwrap();
    sheet.write_number(1, 1, 1200).unwrap();
    sheet.write_number(1, 2, 0.125).unwrap();
    sheet
        .write_with_format(1, 3, time("2026-05-01"), &dated("yyyy-mm-dd"))
        .unwrap();
    sheet
        .write_with_format(
            1,
            4,
            time("2026-05-01T09:30:15"),
            &dated("yyyy-mm-dd hh:mm"),
        )
        .unwrap();
    sheet
        .write_number_with_format(1, 5, 1.5, &dated("[h]:mm:ss"))
        .unwrap();
    sheet.write_boolean(1, 6, true).unwrap();
    sheet
        .write_formula(1, 7, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet
        .write_formula(1, 8, Formula::new("=1+1").set_result("2"))
        .unwrap();
    let file = read(&request(), &saved(workbook)).unwrap();
    assert_eq!(file.ids, A);
    assert_eq!(
        values(&file, A)[..6],
        [
            Some("1200"),
            Some("0.125"),
            Some("2026-05-01"),
            Some("2026-05-01T09:30:15"),
            Some("36:00:00"),
            Some("TRUE"),
        ]
    );
    assert_eq!(values(&file, A).last(), Some(&Some("2")));
}

/// An id that was stored as a number has lost its last digits. It is in the form's text as a number that the rules refuse,
/// never as another id.
#[test]
fn ids_stored_as_numbers_are_refused() {
    let ids = [A, B, "7301234567890123457", "6800000000000000001"];
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(sheet, 0, &["video_id", "who"]);
    for (row, id) in (1..).zip(ids) {
        sheet
            .write_number(row, 0, id.parse::<f64>().unwrap())
            .unwrap();
        sheet.write_string(row, 1, "anna").unwrap();
    }
    let file = read(&request(), &saved(workbook)).unwrap();
    let parsed = parse_ids(
        &file.ids,
        IdRules {
            now: NOW,
            allows_rounded: false,
        },
    );
    assert_eq!(parsed.ids, []);
    assert_eq!(parsed.invalid.len(), ids.len());
    for invalid in &parsed.invalid {
        assert_eq!(invalid.reason, TokenProblem::LooksRounded, "{invalid:?}");
    }
    // Who allows them all the same gets the columns, too.
    assert_eq!(values(&file, &parsed.invalid[0].token), [Some("anna")]);
}

#[test]
fn the_sheets_with_ids_can_be_chosen() {
    let mut workbook = Workbook::new();
    let about = workbook.add_worksheet().set_name("About").unwrap();
    write(about, 0, &["A report"]);
    workbook.add_worksheet().set_name("Blank").unwrap();
    let may = workbook.add_worksheet().set_name("May").unwrap();
    write(may, 3, &["", "Video link", "Note"]);
    write(
        may,
        9,
        &["", &fill("https://www.tiktok.com/@a/video/{A}"), "x"],
    );
    let one = saved(workbook);
    let file = read(&request(), &one).unwrap();
    assert_eq!((file.sheets.len(), file.sheet.as_deref()), (0, None));
    assert_eq!(file.rows, 1);
    assert_eq!(candidates(&file), ["Video link"]);
    assert_eq!(values(&file, A), [Some("x")]);

    let mut workbook = Workbook::new();
    for (name, id) in [("May", A), ("June", B)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        write(sheet, 0, &["video_id"]);
        write(sheet, 1, &[id]);
    }
    let hidden = workbook.add_worksheet();
    write(hidden, 0, &[A]);
    hidden.set_hidden(true);
    let two = saved(workbook);
    let file = read(&request(), &two).unwrap();
    assert_eq!(file.sheets, ["May", "June"]);
    assert_eq!((file.sheet.as_deref(), file.ids.as_str()), (Some("May"), A));
    let june = ReadRequest {
        sheet: Some("June".to_owned()),
        ..request()
    };
    let file = read(&june, &two).unwrap();
    assert_eq!(
        (file.sheet.as_deref(), file.ids.as_str()),
        (Some("June"), B)
    );
    assert_eq!(file.sheets, ["May", "June"]);
}

#[test]
fn a_stray_cell_in_the_last_row_is_a_row_more() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(sheet, 0, &["video_id", "who"]);
    write(sheet, 1, &[A, "anna"]);
    sheet.write_string(1_048_575, 1, "ben").unwrap();
    sheet.write_string(1, 16_383, "far").unwrap();
    let file = read(&request(), &saved(workbook)).unwrap();
    assert_eq!((file.rows, file.ids.as_str()), (2, A));
    assert_eq!(file.columns.names(), ["who"]);
}

#[test]
fn what_is_no_workbook_says_why() {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet(), 0, &["Creator"]);
    let without_ids = saved(workbook);
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet(), 0, &[A]);
    let good = saved(workbook);
    let damaged = good[..good.len() / 2].to_vec();
    assert_eq!(read(&request(), &without_ids), Err(FileProblem::NoIds));
    assert_eq!(read(&request(), &damaged), Err(FileProblem::Unreadable));
    assert_eq!(read(&request(), &good).unwrap().ids, A);
}
