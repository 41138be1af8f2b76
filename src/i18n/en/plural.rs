//! The one plural rule of English.

/// "1 video", "2 videos", "1,000 videos".
pub fn plural(count: usize, one: &str, other: &str) -> String {
    format!(
        "{} {}",
        grouped(count),
        if count == 1 { one } else { other }
    )
}

/// A count with commas between its thousands.
fn grouped(count: usize) -> String {
    match count {
        0..1_000 => count.to_string(),
        _ => format!("{},{:03}", grouped(count / 1_000), count % 1_000),
    }
}
