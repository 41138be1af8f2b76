//! Texts as tables: delimiters, quotes, encodings, headers.

use clipcart::domain::imports::file::FileProblem;
use clipcart::domain::imports::table::Table;
use encoding_rs::{GB18030, WINDOWS_1252};

use super::given::{A, B, NOW, fill, read, read_text, request, values};

fn table(text: &str) -> Table {
    Table::from_text(&fill(text), NOW)
}

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(to_bytes).collect()
}

#[test]
fn cells_are_separated_by_whatever_splits_evenly() {
    let expected = Table {
        header: Some(vec!["video_id".into(), "Creator".into(), "Note".into()]),
        rows: vec![
            vec![A.into(), "anna".into(), "x".into()],
            vec![B.into(), "ben".into(), String::new()],
        ],
    };
    for text in [
        "video_id,Creator,Note\n{A},anna,x\n{B},ben,\n",
        "video_id;Creator;Note\r\n{A};anna;x\r\n{B};ben;\r\n",
        "video_id\tCreator\tNote\n{A}\tanna\tx\n{B}\tben\t",
        "video_id|Creator|Note\n{A}|anna|x\n{B}|ben|",
        "sep=;\r\nvideo_id;Creator;Note\r\n{A};anna;x\r\n{B};ben;\r\n",
        "\u{feff}\"video_id\",\"Creator\",\"Note\"\n\"{A}\",\"anna\",\"x\"\n\n,,\n\"{B}\",\"ben\",\"\"",
    ] {
        assert_eq!(table(text), expected, "{text:?}");
    }
}

#[test]
fn quotes_keep_delimiters_and_line_breaks() {
    let file = read_text(
        "Video ID,Note,Campaign\n{A},\"first, \"\"second\"\"\nthird\",Spring\n\"{B}\",plain,\n",
    );
    assert_eq!(file.rows, 2);
    assert_eq!(file.ids, fill("{A}\n{B}"));
    assert_eq!(file.columns.names(), ["Note", "Campaign"]);
    assert_eq!(
        values(&file, A),
        [Some("first, \"second\"\nthird"), Some("Spring")]
    );
    assert_eq!(values(&file, B), [Some("plain"), None]);
}

#[test]
fn lines_without_a_common_delimiter_are_one_column() {
    let text =
        "https://www.tiktok.com/@a/video/{A}\nhttps://www.tiktok.com/@b/video/{B}?a=1,2\n{C}";
    let read = table(text);
    assert_eq!((read.header, read.rows.len()), (None, 3));
    assert_eq!(read_text(text).ids, fill(text));
}

#[test]
fn text_of_any_encoding_is_read() {
    let text = fill("视频ID,达人,备注\n{A},小红,春季活动\n{B},阿明,\n");
    let (gb18030, _, _) = GB18030.encode(&text);
    let files = [
        text.clone().into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        utf_16(&text, u16::to_le_bytes),
        utf_16(&text, u16::to_be_bytes),
        utf_16(&text.replace(',', "\t"), u16::to_le_bytes),
        gb18030.into_owned(),
    ];
    for (index, bytes) in files.iter().enumerate() {
        let file = read(&request(), bytes).unwrap();
        assert_eq!(file.ids, fill("{A}\n{B}"), "{index}");
        assert_eq!(file.columns.names(), ["达人", "备注"], "{index}");
        assert_eq!(values(&file, A), [Some("小红"), Some("春季活动")]);
        assert_eq!(values(&file, B), [Some("阿明"), None]);
    }
    // What is no GB 18030 is Western.
    let (western, _, _) = WINDOWS_1252.encode("video_id;Créateur\n7521783049722285367;Zoé\n");
    let file = read(&request(), &western).unwrap();
    assert_eq!(file.columns.names(), ["Créateur"]);
    assert_eq!(values(&file, A), [Some("Zoé")]);
}

#[test]
fn a_header_is_a_first_row_without_an_id() {
    let header = |text: &str| table(text).header;
    let none: [&str; 3] = ["{A},anna\n{B},ben", "{A}\n{B}", "anna,{A}\nben,{B}"];
    for text in none {
        assert_eq!(header(text), None, "{text:?}");
    }
    let named = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    let cases: [(&str, &[&str]); 5] = [
        ("clip,who\n{A},anna", &["clip", "who"]),
        ("who,what\nanna,{A}\nben,{B}", &["who", "what"]),
        // Rows without an id may follow.
        ("video_id,who\n,anna\n{A},ben", &["video_id", "who"]),
        // Titles above it.
        (
            "Report of May,\n2026-05-01,2026-05-31\nVideo link,Creator\nhttps://www.tiktok.com/@a/video/{A},anna",
            &["Video link", "Creator"],
        ),
        // It has names, even if no row has an id.
        ("video_id,who\n12,anna\n13,ben", &["video_id", "who"]),
    ];
    for (text, names) in cases {
        assert_eq!(header(text), named(names), "{text:?}");
    }
}

#[test]
fn a_list_in_any_layout_is_read_whole() {
    let cases = [
        ("{A},{B},{C}", "{A}\n{B}\n{C}"),
        ("{A};{B}\n{C}", "{A}\n{B}\n{C}"),
        (
            "Please look at {A}, and at these:\n\nhttps://www.tiktok.com/@b/video/{B}\nbye\nbye\nbye",
            "Please look at {A}, and at these:\n\nhttps://www.tiktok.com/@b/video/{B}\nbye\nbye\nbye",
        ),
    ];
    for (text, ids) in cases {
        let file = read_text(text);
        assert_eq!(file.ids, fill(ids), "{text:?}");
        assert!(file.candidates.is_empty() && file.columns.is_empty());
        assert!(!file.needs_column());
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let many = format!("video_id\n{}", format!("{A}\n").repeat(Table::MAX_ROWS + 1));
    let most = format!("video_id\n{}", format!("{A}\n").repeat(Table::MAX_ROWS));
    let large = vec![b'1'; 20_000_001];
    let cases: [(&[u8], FileProblem); 7] = [
        (b"", FileProblem::NoIds),
        (b"name,views\nanna,12\n", FileProblem::NoIds),
        (b"%PDF-1.7\n1 0 obj\n", FileProblem::Unreadable),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileProblem::Unreadable),
        (b"PK\x03\x04 and no more", FileProblem::Unreadable),
        (many.as_bytes(), FileProblem::TooManyRows),
        (&large, FileProblem::TooLarge),
    ];
    for (bytes, problem) in cases {
        let read = read(&request(), bytes).map(|file| file.ids);
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(20)]);
        assert_eq!(read, Err(problem), "{start}");
    }
    assert_eq!(
        read(&request(), most.as_bytes()).unwrap().rows,
        Table::MAX_ROWS
    );
}
