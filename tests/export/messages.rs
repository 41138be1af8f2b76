//! What the worker's script posts, as the page reads it.

use clipcart::platform::worker::WorkerMessage;

const SCRIPT: &str = include_str!("../../src/bin/export_worker.js");

#[test]
fn the_page_reads_what_the_script_posts() {
    for posted in [
        "post('notLoaded')",
        "post({ progress: percent })",
        "post({ failed: String(error) })",
        "postMessage(result, [result.buffer])",
    ] {
        assert!(SCRIPT.contains(posted), "{posted}");
    }
    let read = |json: &str| serde_json::from_str::<WorkerMessage>(json).unwrap();
    assert!(matches!(read(r#""notLoaded""#), WorkerMessage::NotLoaded));
    assert!(matches!(
        read(r#"{"progress":40}"#),
        WorkerMessage::Progress(40)
    ));
    let WorkerMessage::Failed(reason) = read(r#"{"failed":"no row"}"#) else {
        panic!("not read as a failure");
    };
    assert_eq!(reason, "no row");
}
