//! Assertions against the documented contract, read from the OpenAPI document.

use std::collections::BTreeSet;

use serde_json::Value;

use super::fake_api::PATH;
use super::recorded::RecordedRequest;

/// The documentation, byte for byte as published.
const DOCUMENT: &str = include_str!("../fixtures/openapi.yaml");

/// The most ids in a request. The document does not say it: integrators of the API do.
const MAX_IDS: usize = 10;

/// The problem of a request with more.
pub const TOO_MANY_IDS: &str = "more than 10 ids";

/// The document has the ranges in its descriptions only.
const RANGES: [(&str, u64, u64); 2] = [("page_num", 1, 100_000), ("page_size", 1, 10)];

/// The `get` operation of the one endpoint.
pub fn operation() -> Value {
    let document: Value = serde_norway::from_str(DOCUMENT).unwrap();
    let operation = document["paths"][PATH]["get"].clone();
    assert!(operation.is_object(), "{PATH} is not in the document");
    operation
}

/// Panics unless the documentation allows this very request.
#[track_caller]
pub fn assert_request_matches_contract(request: &RecordedRequest) {
    let problems = request_problems(request);
    assert!(problems.is_empty(), "{problems:?} in {request:?}");
}

/// How a request breaks the contract: method, path, a required parameter that is missing or
/// repeated, a wrong type or range, more ids than the API takes, anything undocumented.
pub fn request_problems(request: &RecordedRequest) -> Vec<String> {
    let mut problems = Vec::new();
    if (request.method.as_str(), request.path.as_str()) != ("GET", PATH) {
        problems.push(format!("{} {}", request.method, request.path));
    }
    let mut undocumented: BTreeSet<&str> = request.query.iter().map(|(n, _)| n.as_str()).collect();
    for parameter in operation()["parameters"].as_array().unwrap() {
        let name = parameter["name"].as_str().unwrap();
        undocumented.remove(name);
        let sent = request.query.iter().filter(|(key, _)| key == name);
        match sent.map(|(_, value)| value).collect::<Vec<_>>()[..] {
            [value] => problems.extend(value_problem(name, value, &parameter["schema"])),
            [] if parameter["required"] == true => problems.push(format!("no {name}")),
            [] => {}
            _ => problems.push(format!("{name} more than once")),
        }
    }
    let ids = request.param("video_ids").unwrap_or_default();
    if ids.split(',').count() > MAX_IDS {
        problems.push(TOO_MANY_IDS.to_owned());
    }
    problems.extend(
        undocumented
            .iter()
            .map(|name| format!("undocumented {name}")),
    );
    let key = request.header("authorization");
    if key.is_some_and(|sent| sent.strip_prefix("Bearer ").is_none_or(str::is_empty)) {
        problems.push("Authorization carries no bearer key".to_owned());
    }
    problems
}

fn value_problem(name: &str, value: &str, schema: &Value) -> Option<String> {
    let plain_number = || value.parse().ok().filter(|n: &u64| n.to_string() == value);
    let is_id = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    let right = if schema["type"] == "integer" {
        let range = RANGES.iter().find(|(of, ..)| *of == name);
        let (_, min, max) = range.expect("a range for every integer parameter");
        plain_number().is_some_and(|number| (min..=max).contains(&&number))
    } else {
        value.split(',').all(is_id)
    };
    (!right).then(|| format!("{name}={value}"))
}

/// Panics unless the documentation has this status with such a body.
#[track_caller]
pub fn assert_answer_matches_contract(status: u16, body: &Value) {
    let operation = operation();
    let response = &operation["responses"][status.to_string()];
    assert!(response.is_object(), "{status} is not documented");
    let schema = &response["content"]["application/json"]["schema"];
    let validator = jsonschema::validator_for(schema).unwrap();
    if let Err(error) = validator.validate(body) {
        panic!("{status}: {error} at {}: {body}", error.instance_path());
    }
    let example = &schema["example"];
    assert_same_names("the envelope", example, body);
    if status == 200 {
        for row in body["data"].as_array().unwrap() {
            assert_same_names("a row", &example["data"][0], row);
        }
    } else {
        assert_eq!(body["code"], example["code"]);
        assert_eq!(body["data"], Value::Null);
        assert!(body["message"].is_string());
    }
}

#[track_caller]
fn assert_same_names(what: &str, documented: &Value, ours: &Value) {
    let names = |value: &Value| -> BTreeSet<String> {
        let object = value
            .as_object()
            .unwrap_or_else(|| panic!("{what}: {value}"));
        object.keys().cloned().collect()
    };
    assert_eq!(names(documented), names(ours), "names in {what}");
}
