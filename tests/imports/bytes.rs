//! Any bytes: nothing panics, and nothing is made up.

use clipcart::domain::ids::VideoId;
use clipcart::domain::ids::parsed_ids::parse_ids;
use clipcart::domain::ids::rules::{IdRules, looks_rounded};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::given::{A, B, NOW, read, request};

/// A small workbook, to be damaged.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, id) in (0..).zip(["video_id", A, B]) {
        sheet.write_string(row, 0, id).unwrap();
        sheet.write_number(row, 1, 7.5).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// Parts of tables in any order.
fn any_table() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just(A.to_owned()),
        Just(B.to_owned()),
        "[,;\t|\n\"=]",
        "\\PC{0,8}",
        Just("video_id".to_owned()),
        Just("sep=".to_owned()),
        Just("https://www.tiktok.com/@a/video/".to_owned()),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// An id that does not look rounded.
fn any_id() -> impl Strategy<Value = VideoId> {
    (1_451_606_400_u64 << 32..NOW << 32)
        .prop_map(|n| n.to_string().parse::<VideoId>().unwrap())
        .prop_filter("rounded", |id| !looks_rounded(*id))
}

/// A cell with any text, but without an id.
fn any_note() -> impl Strategy<Value = String> {
    "[a-z ,;\t|\"\n春季]{0,12}"
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&request(), &bytes);
        for start in [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xff\xfe", b"\xfe\xff"] {
            let _ = read(&request(), &[start, &bytes].concat());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_table()) {
        if let Ok(file) = read(&request(), text.as_bytes()) {
            prop_assert!(file.needs_column() || !file.ids.is_empty());
            let names = file.columns.names();
            let different: std::collections::HashSet<_> = names.iter().collect();
            prop_assert_eq!(different.len(), names.len());
        }
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), length in any::<prop::sample::Index>()) {
        let mut bytes = workbook();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&request(), &bytes);
        bytes.truncate(length.index(bytes.len()));
        let _ = read(&request(), &bytes);
    }

    /// What was written as CSV is read as it was: each id, and its values.
    #[test]
    fn a_written_table_is_read(
        rows in proptest::collection::vec((any_id(), any_note(), any_note()), 1..20),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["Video ID", "First", "Second"]).unwrap();
        for (id, first, second) in &rows {
            writer.write_record([&id.to_string(), first, second]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let file = read(&request(), &bytes).unwrap();
        let rules = IdRules { now: NOW, allows_rounded: false };
        let ids: Vec<VideoId> = file.ids.lines().flat_map(|line| parse_ids(line, rules).ids).collect();
        let expected: Vec<VideoId> = rows.iter().map(|(id, ..)| *id).collect();
        prop_assert_eq!(ids, expected);
        for (column, name) in file.columns.names().iter().enumerate() {
            for (id, first, second) in &rows {
                let of_id = rows.iter().filter(|(other, ..)| other == id);
                let known = |text: &&str| !text.is_empty();
                let mut expected = of_id.map(|(_, first, second)| if name == "First" { first.trim() } else { second.trim() });
                prop_assert_eq!(file.columns.value(*id, column), expected.find(known), "{} {:?} {:?}", name, first, second);
            }
        }
    }
}
