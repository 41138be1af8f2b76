//! The query string: three parameters, each once, of digits and commas.

use serde_json::json;

use super::proxy_env::{ProxyEnv, analytics_query};
use crate::support::fake_api::{Fault, PATH};
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(parameters_are_checked, parameters_at_their_limits_pass);

async fn parameters_are_checked(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let paging = "page_num=1&page_size=10";
    let many = vec!["7521783049722285367"; 201].join(",");
    let ids = [
        "",
        ",",
        "1,",
        ",1",
        "1,,2",
        "x",
        "1x",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "0x1",
        " 1",
        "1 2",
        "1%2C2",
        "1%2c2",
        "1%262",
        "1%3D",
        "1%00",
        "%31",
        "1;2",
        "1&2",
        "1|2",
        "１",
        "1%0d%0aX:1",
        "123456789012345678901",
        "null",
        "*",
        "1'--",
        "../1",
        many.as_str(),
    ];
    let mut bad: Vec<String> = ids
        .iter()
        .map(|ids| format!("video_ids={ids}&{paging}"))
        .collect();
    let nums = [
        "",
        "0",
        "-1",
        "01",
        "1.0",
        "1e2",
        "100001",
        "999999999",
        "x",
        "%31",
        "1,2",
        "1%20",
    ];
    bad.extend(nums.map(|num| format!("video_ids=1&page_num={num}&page_size=10")));
    let sizes = ["", "0", "-1", "01", "11", "100", "x", "%31", "1,2"];
    bad.extend(sizes.map(|size| format!("video_ids=1&page_num=1&page_size={size}")));
    let usual = analytics_query("1");
    bad.extend([
        String::new(),
        "video_ids=1".to_owned(),
        paging.to_owned(),
        format!("{usual}&key=mine"),
        format!("{usual}&region=US"),
        format!("{usual}&video_ids=2"),
        format!("{usual}&video_ids=1"),
        format!("{usual}&page_num=1"),
        format!("{usual}&"),
        format!("&{usual}"),
        format!("{usual}&&"),
        format!("{usual}&="),
        format!("{usual}&video_ids[]=2"),
        format!("{usual}?"),
        usual.replace('&', ";"),
        usual.replace('&', "%26"),
        usual.replace("video_ids", "Video_Ids"),
        usual.replace("video_ids", "video%5Fids"),
        usual.replace("video_ids=", "video_ids%3D"),
        usual.replace("video_ids=", "video_ids"),
        usual.replace("video_ids=", "video_ids=="),
        format!("__proto__=1&{usual}"),
        format!("constructor=1&{usual}"),
    ]);
    for query in bad {
        // Byte for byte: a client library would correct it.
        let request = format!(
            "GET {}api{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{}Connection: close\r\n\r\n",
            env.settings.prefix,
            env.authorization_line()
        );
        let answer = env.raw(request.as_bytes()).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert_eq!(status, "400", "{query}: {answer}");
    }
    env.request_query(&format!("{usual}&key=mine"))
        .await
        .assert_refused(400);
    env.request_query("").await.assert_refused(400);
    assert!(env.upstream().is_empty());
}

async fn parameters_at_their_limits_pass(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let ids: Vec<String> = (0..200).map(rows::id).collect();
    // KeyAPI itself takes fewer ids: the limit here is the proxy's.
    let good = json!({"code": 0, "message": "success", "data": [rows::row(&ids[0])]});
    env.api.next(Fault::Body(good.to_string().into()));
    let answer = env
        .request_query(&format!(
            "video_ids={}&page_num=1&page_size=10",
            ids.join(",")
        ))
        .await;
    answer.assert_good(&ids[0], "MISS");
    let answer = env
        .request_query(&format!("video_ids={}&page_num=100000&page_size=1", ids[0]))
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(env.upstream().len(), 2);
}
