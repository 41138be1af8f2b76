//! Whether a message says that the account's credits are used up. KeyAPI sends such messages under several codes.
//! `deploy/proxy/rules.js` has the same parts.

/// Parts of such messages.
const USED_UP: [&str; 10] = [
    "quota",
    "usage limit",
    "insufficient credit",
    "insufficient balance",
    "not enough credit",
    "no credits",
    "out of credits",
    "额度",
    "余额不足",
    "积分不足",
];

/// Parts of messages about requests in a short time, which also speak of limits and quotas.
const TOO_FAST: [&str; 9] = [
    "qps",
    "per second",
    "per minute",
    "rate limit",
    "too many requests",
    "每秒",
    "频率",
    "频繁",
    "频次",
];

pub fn is_used_up(message: &str) -> bool {
    let message = message.to_lowercase();
    let says_any = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    says_any(&USED_UP) && !says_any(&TOO_FAST)
}
