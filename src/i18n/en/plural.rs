//! The one plural rule of English.

/// "1 video", "2 videos".
pub fn plural(count: usize, one: &str, other: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { other })
}
