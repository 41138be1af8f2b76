//! What is stored of a run.

use clipcart::domain::runs::record::{RunProgress, RunRecord};

use super::run::ids;

#[test]
fn a_record_comes_back_from_json() {
    let record = RunRecord {
        ids: ids(0..12),
        groups: vec![ids(0..10), ids(10..12)],
        is_fresh: true,
        started_at: 77,
    };
    let json = serde_json::to_string(&record).unwrap();
    assert!(json.contains(&format!("\"{}\"", ids(10..12))), "{json}");
    let read: RunRecord = serde_json::from_str(&json).unwrap();
    assert_eq!(read, record);
    assert_eq!(read.answers_since(), 77);
}

#[test]
fn a_damaged_record_is_refused() {
    for json in ["", "{}", r#"{"ids":"1,2","groups":[]}"#] {
        assert!(serde_json::from_str::<RunRecord>(json).is_err(), "{json}");
    }
    assert!(serde_json::from_str::<RunProgress>("{}").is_err());
}
