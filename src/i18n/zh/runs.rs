//! 批量查询。

use crate::i18n::texts::runs::RunsTexts;

pub const RUNS: RunsTexts = RunsTexts {
    plan_title: "查询计划",
    plan_facts: |ids, requests| format!("{ids} 个 ID · 至少 {requests} 次请求"),
    plan_more: |limit| {
        format!(
            "每次请求消耗 1 积分，最多包含 {limit} 个 ID 和 10 条记录。一组 ID 的记录达到 10 条时，下一页需再请求一次。"
        )
    },
    known: |known, ids, time| {
        format!("{ids} 个 ID 中有 {known} 个已保存在此浏览器，最早的数据获取于{time}。")
    },
    use_saved: "使用已保存的数据",
    fetched_again: |done, ids| format!("已重新获取 {done} / {ids} 个 ID。"),
    earlier_shown: "其余 ID 在重新获取之前显示已保存的数据。",
    use_saved_instead: "改用已保存的数据",
    credit_limit: "积分上限",
    credit_limit_hint: "达到上限前查询会自动停止，不会超出。",
    limit_below_least: "上限低于本次查询至少需要的积分：查询会在完成前停止，之后可以提高上限并继续。",
    credit_limit_hint_left: "用于剩余部分。达到上限前查询会自动停止，不会超出。",
    used_before: |used, possible| match possible {
        None => format!("目前已用 {used} 积分。"),
        Some(possible) => {
            format!("目前已用 {used} 积分，失败或中断的请求最多另计 {possible} 积分。")
        }
    },
    credit_limit_problem: "请输入不小于 1 的整数。",
    start: |credits| format!("开始（≥ {credits} 积分）"),
    go_on: |credits| format!("继续（≥ {credits} 积分）"),
    loading_plan: "正在准备计划…",
    plan_first: "先显示计划",
    price: "先显示计划和价格",

    progress: "查询进度",
    ids_done: |done, ids| format!("{done} / {ids} 个 ID"),
    groups_done: |done, groups| format!("{done} / {groups} 组"),
    rows_per_minute: |count| format!("每分钟 {count} 条记录"),
    time_left: |minutes| match minutes {
        Some(minutes) => format!("约剩 {minutes} 分钟"),
        None => "剩余不到 1 分钟".to_owned(),
    },
    credits_used: |used, limit| match limit {
        Some(limit) => format!("已用 {used} 积分（上限 {limit}）"),
        None => format!("已用 {used} 积分"),
    },
    credits_possible: |count| format!("失败或中断的请求最多另计 {count} 积分"),
    credits_today: |count| format!("此浏览器今日共用 {count} 积分"),
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    running: "正在从 KeyAPI 获取数据…",
    waiting: "KeyAPI 要求放慢速度，查询会自动继续。",
    goes_on_in: |seconds| format!("{seconds} 秒后继续"),
    in_flight: |requests| format!("还有 {requests} 个请求正在途中，返回的记录会显示出来。"),
    paused: "已暂停。",
    paused_offline: "已暂停：当前处于离线状态，恢复连接后会自动继续。",
    paused_failures: "已暂停：连续 10 次请求失败。",
    stopped: "已停止，已获取的数据会保留。",
    stopped_limit: "已达到积分上限并停止，已获取的数据会保留。",
    finished: "查询完成",
    allow: |credits| format!("继续（≤ {credits} 积分）"),

    failed_title: "失败的请求",
    failed: |requests, ids| {
        format!("{requests} 次请求失败（{ids} 个 ID），每次可能已消耗 1 积分。")
    },
    failed_before: "在本次打开页面之前失败",
    retry: |credits| format!("重试失败的请求（≤ {credits} 积分）"),
    copy_ids: "复制 ID",

    elsewhere_title: "此查询正在另一个标签页中运行",
    elsewhere_note: "其结果也会显示在这里。",
    look_again: "重新检查",

    unfinished_title: "未完成的查询",
    unfinished_list: "未完成的查询",
    first_id: |id| format!("第一个 ID {id}"),
    unfinished: |known, ids, time| format!("已获取 {known} / {ids} 个 ID · {time}"),
    continue_search: "继续",
    discard: "放弃",

    more_rows: |ids| {
        let missing = match ids {
            0 => String::new(),
            ids => format!("还有 {ids} 个 ID 没有记录。"),
        };
        format!(
            "可能还有更多记录：KeyAPI 每次请求返回 10 条。{missing}汇总和导出仅包含已加载的数据。"
        )
    },
    load_rest: "加载其余数据",
    load_rest_price: "每页最多 1 积分",
    link_too_long: "ID 过多，无法放入链接，此网址仅在此浏览器中有效。如需分享，请导出列表。",
    list_not_saved: "ID 过多，无法放入链接，且此浏览器未保存任何数据：重新加载后列表将丢失。如需保留，请导出列表。",
    export_list: "导出列表",

    parallel: "同时请求数",
    parallel_hint: "用于需要多次请求的查询。数量越多速度越快，也越容易触发 KeyAPI 的频率限制。",
};
