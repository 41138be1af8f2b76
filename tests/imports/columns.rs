//! Which column has the ids, and what becomes of the others.

use clipcart::domain::ids::short_link::{ResolvedLinks, ShortLink};
use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::imports::file::ReadRequest;

use super::given::{A, B, C, candidates, fill, read, read_text, request, values};

/// The column that the ids are from, by its name.
fn chosen(text: &str) -> Option<String> {
    let file = read_text(text);
    let column = file.column?;
    let candidate = file.candidates.into_iter().find(|c| c.index == column);
    Some(candidate.unwrap().name)
}

#[test]
fn the_column_is_found_by_its_name() {
    for name in [
        "video_id",
        "Video ID",
        "videoId",
        "视频ID",
        "视频 ID",
        "aweme_id",
        "item_id",
        "Item ID",
        "ID",
        "作品ID",
    ] {
        let text = format!("Creator,{name},Note\nanna,{{A}},x\nben,{{B}},y");
        assert_eq!(chosen(&text).as_deref(), Some(name));
    }
    for name in [
        "Video link",
        "视频链接",
        "URL",
        "link",
        "Links",
        "video_url",
    ] {
        let text = format!("Creator,{name}\nanna,https://www.tiktok.com/@a/video/{{A}}");
        assert_eq!(chosen(&text).as_deref(), Some(name));
    }
}

#[test]
fn the_column_is_found_by_its_contents() {
    let cases = [
        ("who,what\nanna,{A}\nben,{B}", Some("what")),
        // No header.
        ("anna,{A}\nben,{B}", Some("Column 2")),
        (
            "anna,https://www.tiktok.com/@a/video/{A}\nben,-",
            Some("Column 2"),
        ),
        // Not all cells have one, and captions may mention videos.
        (
            "caption,clip\nsee {A},{B}\nnice,{C}\nfine,\ncool,n/a",
            Some("clip"),
        ),
        // Numbers of that length that are of something else.
        (
            "product_id,user_id,clip\n1729422228922143703,{B},{A}",
            Some("clip"),
        ),
        ("product_id,GMV\n{A},7.5\n{B},8", None),
    ];
    for (text, expected) in cases {
        match expected {
            Some(_) => assert_eq!(chosen(text).as_deref(), expected, "{text:?}"),
            None => {
                // It has a column of ids that are not of videos; the form says so.
                let file = read(&request(), fill(text).as_bytes());
                assert!(file.is_err() || file.unwrap().column.is_none(), "{text:?}");
            }
        }
    }
}

#[test]
fn a_name_of_ids_counts_more_than_one_of_links_and_that_more_than_none() {
    let link = "https://www.tiktok.com/@a/video/{A}";
    let cases = [
        (
            format!("{link},{{A}},{{A}}\n"),
            "url,video_id,x",
            "video_id",
        ),
        (
            format!("{{A}},{{A}},{link}\n"),
            "x,video_id,url",
            "video_id",
        ),
        (format!("{{A}},-,{link}\n"), "x,note,url", "url"),
        // A counter that is called ID.
        (
            format!("1,note,{link}\n"),
            "ID,note,Video link",
            "Video link",
        ),
    ];
    for (row, header, expected) in cases {
        let text = format!("{header}\n{row}");
        assert_eq!(chosen(&text).as_deref(), Some(expected), "{text:?}");
    }
}

#[test]
fn of_equal_columns_the_user_chooses_one() {
    let text = "first,second,Note\n{A},{B},x\n{B},{C},y";
    let file = read_text(text);
    assert!(file.needs_column());
    assert_eq!(candidates(&file), ["first", "second"]);
    assert_eq!((file.ids.as_str(), file.columns.is_empty()), ("", true));

    let second = ReadRequest {
        column: Some(file.candidates[1].index),
        ..request()
    };
    let file = read(&second, fill(text).as_bytes()).unwrap();
    assert_eq!(file.column, Some(1));
    assert_eq!(file.ids, fill("{B}\n{C}"));
    assert_eq!(file.columns.names(), ["first", "Note"]);
    assert_eq!(values(&file, C), [Some(B), Some("y")]);
    assert_eq!(values(&file, A), [None, None]);
    // The others can still be chosen.
    assert_eq!(candidates(&file), ["first", "second"]);
}

#[test]
fn cells_that_are_no_ids_stay_for_the_report() {
    let file = read_text("video_id,who\n{A},anna\nn/a,ben\n7.52178E+18,cleo\n{A},dora");
    assert_eq!(file.ids, fill("{A}\nn/a\n7.52178E+18\n{A}"));
    assert_eq!(values(&file, A), [Some("anna")]);
    // All of them are shortened, and the report says so.
    let file = read_text("clip,who\n7.52178E+18,anna\n7.19051E+18,ben");
    assert_eq!(file.ids, "7.52178E+18\n7.19051E+18");
    let file = read_text("video_id,who\n12,anna");
    assert_eq!(file.ids, "12");
}

#[test]
fn columns_have_different_names_and_values() {
    let file = read_text("video_id,Note,,Note,Empty, Note \n{A},a,b,c,,d");
    assert_eq!(
        file.columns.names(),
        ["Note", "Column 3", "Note (2)", "Note (3)"]
    );
    assert_eq!(
        values(&file, A),
        [Some("a"), Some("b"), Some("c"), Some("d")]
    );
    let names: Vec<String> = (0..30).map(|n| format!("c{n}")).collect();
    let text = format!("video_id,{}\n{{A}}{}", names.join(","), ",x".repeat(30));
    assert_eq!(read_text(&text).columns.names().len(), ImportedColumns::MAX);
}

#[test]
fn a_row_is_about_each_of_its_videos() {
    let file = read_text("video_id;who\n\"{A}, {B}\";anna\n{B};ben\n{C};cleo");
    assert_eq!(values(&file, A), [Some("anna")]);
    assert_eq!(values(&file, B), [Some("anna")]);
    assert_eq!(values(&file, C), [Some("cleo")]);
}

/// What is beside a short link is about its video, once that is known.
#[test]
fn a_row_of_a_short_link_is_about_its_video() {
    let text = "link,who,note\nhttps://vm.tiktok.com/ZMa/,anna,\nhttps://vm.tiktok.com/ZMb/,ben,\n{B},cleo,x";
    let file = read_text(text);
    assert_eq!(values(&file, B), [Some("cleo"), Some("x")]);
    let json = serde_json::to_string(&file.columns).unwrap();
    let columns: ImportedColumns = serde_json::from_str(&json).unwrap();
    assert_eq!(columns, file.columns);

    let link = |text| ShortLink::in_token(text).unwrap();
    let (a, b) = (A.parse().unwrap(), B.parse().unwrap());
    let known = ResolvedLinks::from([
        (link("vm.tiktok.com/ZMa"), a),
        (link("vm.tiktok.com/ZMb"), b),
    ]);
    let columns = columns.resolved(&known);
    assert_eq!(
        (columns.value(a, 0), columns.value(a, 1)),
        (Some("anna"), None)
    );
    // The row with the id itself counts first.
    assert_eq!(
        (columns.value(b, 0), columns.value(b, 1)),
        (Some("cleo"), Some("x"))
    );
    let none = file.columns.resolved(&ResolvedLinks::new());
    assert_eq!(none.value(a, 0), None);
}
