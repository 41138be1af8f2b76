//! How a text is split, and what names say of its numbers.

use clipcart::domain::ids::TokenProblem::{ImpossibleDate, NotANumber, OtherThing};
use clipcart::domain::ids::parsed_ids::ParsedIds;

use super::{A, B, PRODUCT, assert_ids, fill, ids, invalid, parse_ids};

#[test]
fn two_tokens_are_split_whatever_is_between_them() {
    for text in [
        "{A} {B}",
        "{A}\n{B}",
        "{A}\r\n{B}\r\n",
        "{A}\t{B}",
        "{A},{B}",
        "{A}, {B},",
        "{A}，{B}",
        "{A}、{B}",
        "{A};{B}",
        "{A}；{B}",
        "{A}|{B}",
        "{A}\u{3000}{B}",
        "{A}\u{a0}{B}",
        "\u{feff}{A}\n\u{200b}{B}\u{200b}",
        "\u{202a}{A}\u{202c} {B}",
        "\"{A}\",\"{B}\"",
        "“{A}” “{B}”",
        "'{A}\n'{B}",
        "['{A}', '{B}']",
        "「{A}」「{B}」",
        "[{A},{B}]",
        "（{A}）（{B}）",
        "【{A}】{B}",
        "=\"{A}\"\t=\"{B}\"",
        "- {A}\n- {B}",
        "• {A}\n• {B}",
        "#{A} {B}.",
        "{FULL} {B}",
        "id:{A} video_id={B}",
        "`{A}` **{B}**",
        "https://www.tiktok.com/@a/video/{A},{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1,{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1,https://www.tiktok.com/@b/video/{B}?y=2",
        "https://www.tiktok.com/@a/video/{A}?x=1,y,//www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}?x=1;www.tiktok.com/@b/video/{B}",
        "www.tiktok.com/@a/video/{A}?x=1,m.tiktok.com/v/{B}.html",
        "www.tiktok.com/@a/video/{A}?x=1,\"{B}\"",
        "https://www.tiktok.com/@a/video/{A}https://www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}?lang=enhttps://www.tiktok.com/@b/video/{B}",
        "https://www.tiktok.com/@a/video/{A}，{B}",
        "<https://www.tiktok.com/@a/video/{A}> (https://www.tiktok.com/@b/video/{B})",
        "https://www.tiktok.com/@a/video/{A}?x=1,\nhttps://www.tiktok.com/@b/video/{B}.",
        "{A}،{B}",
        "{A}؛{B}",
        "{A}۔{B}",
        "{A}।{B}",
        "{A}・{B}",
        "{A}👍{B}",
        "{A}→{B}",
        "\u{61c}{A}\u{34f} \u{feff}{B}\u{fe0f}",
        "٧٥٢١٧٨٣٠٤٩٧٢٢٢٨٥٣٦٧ ७१९०५०८३६२२७३७३५७२२",
        "๗๕๒๑๗๘๓๐๔๙๗๒๒๒๘๕๓๖๗ 𝟟𝟙𝟡𝟘𝟝𝟘𝟠𝟛𝟞𝟚𝟚𝟟𝟛𝟟𝟛𝟝𝟟𝟚𝟚",
        "_{A}_ ~~{B}~~",
        "__{A}__ ***{B}***",
        "_https://www.tiktok.com/@user/video/{A}_ *https://www.tiktok.com/@user/video/{B}*",
        "~~https://www.tiktok.com/@user/video/{A}~~ {B}",
        "1. {A}\n2. {B}",
        "1.{A}\n2.{B}",
        "1) {A}\n2) {B}",
        " (1) {A}\r\n (2) {B}",
        "1、{A}\n2、{B}",
        "1．{A}\n１０．{B}",
        "1: {A}\n2： {B}",
        "1️⃣ {A}\n2️⃣ {B}",
        "① {A}\n② {B}",
        "-{A}\n+{B}",
        "user_{A}.mp4 {B}.mp4",
        "C:\\clips\\{A}.mp4 {B}_1080p.mov",
        "{A}:{B}",
        "{A}={B}",
        "{A}/{B}",
        "{A}_{B}",
        "{A}-{B}",
        "{A}+{B}",
        "{A}&{B}",
        "{A}\\{B}",
        "{A}.0 {B}.00",
        "ID{A} vid{B}",
        "ids: {A}, {B}",
        "7,521,783,049,722,285,367 {B}",
        "7.521.783.049.722.285.367;7.190.508.362.273.735.722",
        "7'521'783'049'722'285'367, 7\u{202f}190\u{202f}508\u{202f}362\u{202f}273\u{202f}735\u{202f}722",
        "Video IDs: {A}; {B}",
        "视频 ID：{A}、{B}",
        "video={A}&aweme_id={B}",
        "localhost:80/x?id={A} {B}",
        "video_id\n{A}\n{B}",
        "ID\n{A}\n{B}",
        "video_id,caption,views\n{A},best buy ever,33635675\n{B},Đẹp,1",
        "Caption\tVideo ID\nso good, \"and\" cheap\t{A}\nx\t{B}",
        "\"video_id\";\"caption\"\n\"{A}\";\"two\nlines; and more\"\n\"{B}\";\"\"",
        "| video_id | views |\n| --- | --- |\n| {A} | 5 |\n| {B} | 6 |",
        "视频ID,标题\n{A},好\n{B},很好",
        "[{\"video_id\": \"{A}\", \"video_desc\": \"words\"}, {\"video_id\": {B}}]",
        "{\"videoIds\": [\"{A}\",\n {B}]}",
        "{'video_id': '{A}'}\n{'video_id': '{B}'}",
    ] {
        assert_ids(&fill(text), &[A, B]);
    }
}

#[test]
fn text_around_an_id_is_a_token_of_its_own() {
    let cases: [(&str, &[&str]); 12] = [
        (
            "看这个 https://www.tiktok.com/@a/video/{A} 很好",
            &["看这个", "很好"],
        ),
        (
            "看这个https://www.tiktok.com/@a/video/{A}，很好",
            &["看这个", "很好"],
        ),
        ("https://www.tiktok.com/@a/video/{A}】很好", &["很好"]),
        ("https://www.tiktok.com/@a/video/{A}很好", &["很好"]),
        ("https://www.tiktok.com/@a/video/{A}?lang=en很好", &["很好"]),
        ("短片{A}很好", &["短片", "很好"]),
        ("ดู{A}", &["ดู"]),
        ("[look](https://www.tiktok.com/@a/video/{A})", &["look"]),
        ("{\"video_id\":{A},\"n\":\"x\"", &["n", "x"]),
        ("don't don’t {A}", &["don't", "don’t"]),
        ("https://www.tiktok.com/@a/video/{A},Caption", &["Caption"]),
        ("@handle {A} @@", &["@handle"]),
    ];
    for (text, words) in cases {
        let parsed_ids = parse_ids(&fill(text));
        let words: Vec<_> = words.iter().map(|word| (*word, NotANumber)).collect();
        assert_eq!(
            (ids(&parsed_ids), invalid(&parsed_ids)),
            (vec![A.to_owned()], words),
            "{text}"
        );
    }
}

#[test]
fn text_without_tokens() {
    for text in [
        "",
        " \n\t",
        ",,，、;；|",
        "\u{feff}\u{200b}",
        "- * — … “” []",
        "''",
    ] {
        assert_eq!(parse_ids(text), ParsedIds::default(), "{text:?}");
    }
}

#[test]
fn duplicates_are_counted_across_forms() {
    let parsed_ids = parse_ids(&fill("{A} {B} tiktok.com/v/{A}.html {FULL} nonsense {B}"));
    assert_eq!(
        (ids(&parsed_ids), parsed_ids.duplicates),
        (vec![A.to_owned(), B.to_owned()], 3)
    );
}

#[test]
fn a_long_token_is_cut_between_characters() {
    for (text, expected) in [
        ("é".repeat(120), "é".repeat(120)),
        ("é".repeat(121), "é".repeat(119) + "…"),
    ] {
        assert_eq!(
            invalid(&parse_ids(&text)),
            [(expected.as_str(), NotANumber)]
        );
    }
}

/// The numbers that a name says are not of videos are refused, and the videos beside them are found.
#[test]
fn names_say_what_a_number_is() {
    let example = include_str!("../fixtures/documented-example.json");
    let cases: [(&str, &[&str], &[&str]); 25] = [
        ("product_id: {P}\nvideo_id: {A}", &[A], &[PRODUCT]),
        ("\"user_id\": \"{B}\", \"video_id\": \"{A}\"", &[A], &[B]),
        ("user_id = {B}\n{A}", &[A], &[B]),
        ("product IDs: {P}, {B}\n{A}", &[A], &[PRODUCT, B]),
        (
            "\"user_ids\": [\n\"{B}\",\n\"{P}\"\n]\n{A}",
            &[A],
            &[B, PRODUCT],
        ),
        ("商品ID：{B} 视频ID：{A}", &[A], &[B]),
        ("用户 ID: {B}；视频: {A}", &[A], &[B]),
        ("{A}:{P}", &[A], &[PRODUCT]),
        (
            "video_id,product_id,user_id\n{A},{P},{B}",
            &[A],
            &[PRODUCT, B],
        ),
        ("user_id\tvideo_id\n{B}\t{A}\n", &[A], &[B]),
        (
            "Creator ID;Video ID;Caption\n\"{B}\";\"{A}\";\"a;b\"",
            &[A],
            &[B],
        ),
        ("user_id\n{B}\n", &[], &[B]),
        (
            "[{\"author\":{\"id\":\"{B}\",\"uid\":{B}},\"aweme_id\":\"{A}\"}]",
            &[B, A],
            &[B],
        ),
        (example, &[A], &[PRODUCT, B]),
        ("Account ID,Video ID\n{B},{A}", &[A], &[B]),
        ("Comment ID: {B}\nMy ID: {A}", &[A], &[B]),
        ("video_id,orders,creator\n{A},12,Anna Lee", &[A], &[]),
        (
            "video_id,\"GMV\n(US$)\",product_id\n{A},5,{P}",
            &[A],
            &[PRODUCT],
        ),
        ("{\"{A}\":{\"product_id\":\"{P}\"}}", &[A], &[PRODUCT]),
        ("{\"video_id\":\"{A}\",\"video_id\":\"{B}\"}", &[A, B], &[]),
        ("[{\"video_id\":-{A}}]", &[A], &[]),
        // Sentences.
        ("Best videos of our store: {A}, {B}", &[A, B], &[]),
        ("These are from our live, please check\n{A}", &[A], &[]),
        ("Invalid: {A}\nkids: {B}", &[A, B], &[]),
        ("video_id,\"x\n{A}\n{B}", &[A, B], &[]),
    ];
    for (text, expected, refused) in cases {
        let parsed_ids = parse_ids(&fill(text));
        assert_eq!(ids(&parsed_ids), expected, "{text}");
        let refused_ids: Vec<&str> = invalid(&parsed_ids)
            .into_iter()
            .filter(|(_, reason)| matches!(reason, OtherThing | ImpossibleDate { .. }))
            .map(|(token, _)| token)
            .collect();
        assert_eq!(refused_ids, refused, "{text}");
    }
}
