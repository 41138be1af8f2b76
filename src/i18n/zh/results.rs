//! The results region.

use crate::domain::videos::response::CacheStatus;
use crate::i18n::texts::results::ResultsTexts;

pub const RESULTS: ResultsTexts = ResultsTexts {
    load_covers: "加载封面",
    load_covers_note: "每次请求 10 个封面，据反馈免费，但文档未说明；您的选择会被记住",
    title: "结果",

    intro_title: "粘贴视频链接，查看带货数据",
    intro_steps: [
        "粘贴 TikTok 视频 ID 或链接，一个或数千个均可，也可打开包含它们的文件。",
        "查看每条视频的商品、估算销量、GMV 与播放量。",
        "直接观看视频，并把链接发给同事：链接中包含完整的查询。",
    ],
    try_sample: "试用示例数据",
    sample_free: "无需密钥，不消耗积分。",
    consent_title: "开始查询？",
    consent_note: "此查询暂无本地缓存。",
    run_search: "开始查询",
    loading: "正在从 KeyAPI 获取数据…",

    video_count: |count| format!("{count} 条视频"),
    row_count: |count| format!("{count} 条记录（视频 × 商品）"),
    row_tip: "一条记录是一条视频与它的一个商品。",
    page_position: |page| format!("第 {page} 页"),
    last_page: "最后一页",
    data_origin: |status, time| match status {
        CacheStatus::Api => format!("数据获取于 {time}"),
        CacheStatus::Browser => format!("已保存在此浏览器 · 数据获取于 {time} · 未消耗积分"),
        CacheStatus::Cache => format!("来自团队缓存 · 数据获取于 {time} · 未消耗积分"),
        CacheStatus::Stale => {
            format!("暂无更新的数据（此次请求可能已消耗积分）· 来自团队缓存 · 数据获取于 {time}")
        }
    },
    refresh: "刷新",
    copy_link: "复制链接",
    link_copied: "链接已复制。",

    pages: "分页",
    previous: "上一页",
    next: "下一页",
    all_pages: |count| format!("合并显示已加载的全部 {count} 页"),
    one_page_loaded: "此链接会合并显示所有已加载的页。此浏览器目前只保存了一页，可在上方翻页加载其余各页。",

    empty_title: "这些视频暂无数据",
    empty_advice: "新视频的数据约需一天才会出现。",
    empty_later_page: "已超出最后一页。",
    empty_sample: "示例数据中没有这些视频。退出示例数据即可查询真实视频。",
    ids_without_data: |count| format!("{count} 个 ID 未返回数据"),
    no_data_reason: "KeyAPI 可能未收录这些视频，或尚未更新：数据会延迟一天。",
    unreadable_rows: |count| format!("{count} 条记录无法读取"),
    unreadable_row: |response, row| match response {
        Some(response) => format!("第 {response} 个响应第 {row} 条"),
        None => format!("第 {row} 条"),
    },
    row_without_id: "缺少有效的 video_id",
    row_not_an_object: "数据格式错误",
    odd_values: |count| format!("{count} 个数值无法读取，显示为“—”"),
    not_a_number: |field| format!("{field} 不是数字"),

    view: "视图",
    view_loading: "该视图仍在加载，先以卡片显示结果。",
    cards: "卡片",
    table: "表格",
    charts: "图表",
    compare: "对比",
    compare_count: |count| format!("对比（{count}）"),
    sort_by: "排序",
    input_order: "默认（输入顺序）",
    descending: "降序",
    ascending: "升序",
};
