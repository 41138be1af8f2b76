//! Named products.

use crate::i18n::texts::products::ProductTexts;

pub const PRODUCTS: ProductTexts = ProductTexts {
    name: |count| format!("获取 {count} 个商品的名称"),
    price: |requests, proxy| match proxy {
        true => format!("最多 {requests} 积分"),
        false => format!("{requests} 积分"),
    },
    note: "包括价格、佣金率和评分",
    naming: |done, all| format!("正在获取商品名称：{done}/{all}"),
    stopping: "正在停止：等待已发送的请求返回…",
    unavailable: "此处无法获取商品名称。",
    unknown: |count| format!("KeyAPI 没有 {count} 个商品的名称。"),
    failed: "未能获取商品名称。",
    commission: |rate| format!("佣金率 {rate}"),
    rating: |rating| format!("评分 {rating}"),
    seller: |id| format!("卖家 {id}"),
    named_at: |day| format!("数据获取于 {day}"),
};
