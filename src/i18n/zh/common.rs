//! Shared texts.

use crate::i18n::texts::common::CommonTexts;

pub const COMMON: CommonTexts = CommonTexts {
    cancel: "取消",
    close: "关闭",
    loading: "加载中…",
    part_not_loaded: "页面的这一部分未能加载。请检查网络后重试；如果仍然不行，请重新加载页面：ClipCart 可能已更新。",
    try_again: "重试",
    try_again_in: |seconds| match seconds / 60 {
        0 => format!("{seconds} 秒后可重试"),
        minutes => format!("{minutes} 分 {} 秒后可重试", seconds % 60),
    },
    copied: "已复制。",
    copy_by_hand: "浏览器不允许自动复制，请手动复制：",
    request_id: "请求 ID",
    copy_request_id: "复制请求 ID",
    region_unknown: "地区未知",
    region: |name, code| format!("{name}（{code}）"),
    labeled: |label, value| format!("{label}：{value}"),
    list: |items| items.join("，"),
};
