//! 浏览器中保存的数据。

use crate::domain::saving::{Keep, StorageStatus};
use crate::i18n::texts::saved::SavedTexts;

pub const SAVED: SavedTexts = SavedTexts {
    title: "已保存的数据",
    keep: "在此浏览器中保留数据",
    keep_name: |keep| match keep {
        Keep::Days7 => "7 天",
        Keep::Days30 => "30 天",
        Keep::Days90 => "90 天",
        Keep::Always => "始终保留",
        Keep::Memory => "不保存在此电脑上",
    },
    note: "已付费获取的数据可免费再次查看。API 密钥不会随数据一起保存。",
    total: |count, megabytes| format!("现有 {count} 个响应，共 {megabytes} MB。"),
    keeps_less: "选择此项会立即删除已保存的数据，之后需要重新付费获取。",
    keep_less: "删除并缩短保存时间",
    delete_all: "全部删除",
    delete_confirm: "删除所有已保存的数据",
    deleted: "已删除。",
    problem: |status| match status {
        StorageStatus::Saving | StorageStatus::Memory => None,
        StorageStatus::Unavailable => {
            Some("未保存到此电脑：浏览器不允许保存（例如无痕窗口）。关闭标签页后结果将丢失。")
        }
        StorageStatus::Blocked => Some(
            "未保存到此电脑：另一个标签页中打开着旧版 ClipCart。请关闭该标签页，然后重新加载此页面。",
        ),
        StorageStatus::Newer => {
            Some("未保存到此电脑：此处已使用过更新版本的 ClipCart。请重新加载此页面。")
        }
        StorageStatus::Full => Some(
            "未保存到此电脑：浏览器的存储空间已满。关闭标签页后结果将丢失，请导出结果，或在设置中删除已保存的数据。",
        ),
    },
};
