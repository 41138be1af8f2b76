//! 简体中文。Owns: its wording; Chinese has one plural form. Refuses: what `messages` refuses.

use super::{FailureText, Texts, metrics};
use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::query::paging::PagingProblem;
use crate::domain::search::error::{Cost, ErrorSource, SearchError};
use crate::domain::videos::answer::CacheStatus;

pub static ZH: Texts = Texts {
    page_title: "ClipCart：看清 TikTok 视频卖了什么",
    title_with_results: |videos| [videos, " · ClipCart"].concat(),
    skip_to_results: "跳到结果",
    tagline: "看清 TikTok 视频卖了什么",
    settings: "设置",
    help: "帮助",
    for_developers: "开发者",
    single_keys: "单键快捷键",
    single_keys_note: "帮助中列有全部快捷键。如果语音输入或其他工具会误触，请关闭。",
    footer: "销售数据为 KeyAPI 的估算值，以美元计，约滞后一天。与 TikTok 无隶属关系。",

    ids_label: "视频 ID 或链接",
    ids_hint: "可粘贴 ID、视频链接或表格中的一列，分隔符不限。",
    ids_placeholder: "7521783049722285367\nhttps://www.tiktok.com/@user/video/7521783049722285367",
    page_label: "页码",
    size_label: "每页行数",
    search: "查询",
    search_shortcut: "Ctrl/⌘ + Enter",
    one_credit: "1 积分",
    up_to_one_credit: "最多 1 积分",
    free: "免费",
    ids_understood: |count| format!("识别出 {count} 个 ID"),
    duplicates_dropped: |count| format!("去掉 {count} 个重复"),
    pieces_not_understood: |count| format!("{count} 处无法识别"),
    more_pieces: |count| format!("另有 {count} 处"),
    many_ids: |limit| {
        format!(
            "所有 ID 会放在一次请求里。已知 API 一次接受 {limit} 个，更多可能被拒绝，且仍可能扣费。"
        )
    },
    token_problem: |problem| match problem {
        TokenProblem::ShortLink => "短链接：网页无法解析。请打开它，再粘贴完整链接。",
        TokenProblem::LookAlikeHost => "看起来像 TikTok，其实不是：网站不是 tiktok.com。",
        TokenProblem::OtherSite => "不是 TikTok 链接。",
        TokenProblem::LinkWithoutId => "是 TikTok 链接，但不是视频：其中没有视频 ID。",
        TokenProblem::TooShort => "太短，不是视频 ID（应为 15–20 位数字）。",
        TokenProblem::TooLong => "太长或数值过大，不是视频 ID（应为 15–20 位数字）。",
        TokenProblem::NotANumber => "不是视频 ID，也不是链接。",
    },
    ids_problem: |problem| match problem {
        IdsProblem::Empty => "请至少粘贴一个视频 ID 或链接。".to_owned(),
        IdsProblem::NoneUnderstood => "其中没有可识别的视频 ID 或链接，原因见下方。".to_owned(),
        IdsProblem::TooMany { count } => {
            format!("一次请求最多 200 个 ID，现有 {count} 个。请分批查询。")
        }
    },
    page_problem: |problem| match problem {
        PagingProblem::Missing => "请输入页码。",
        PagingProblem::NotANumber => "页码必须是整数。",
        PagingProblem::OutOfRange => "页码必须在 1 到 100000 之间。",
    },
    size_problem: |problem| match problem {
        PagingProblem::Missing => "请输入每页行数。",
        PagingProblem::NotANumber => "每页行数必须是整数。",
        PagingProblem::OutOfRange => "每页行数必须在 1 到 10 之间。",
    },
    link_problem: "此链接有一部分无法读取。其余内容已填入表单。",
    repeated_parameter: "重复出现，以第一个为准。",

    intro_title: "粘贴视频，看清带货",
    intro_steps: [
        "粘贴 TikTok 视频 ID 或链接：一个，或一次最多 200 个。",
        "查看每条视频的商品、估算销量、GMV 与播放。",
        "直接观看，并把链接发给同事：地址里就是查询。",
    ],
    try_sample: "试用示例数据",
    sample_free: "无需密钥，不扣积分。",
    sample_badge: "示例数据",
    sample_note: "这些视频、商品和数字均为虚构。",
    leave_sample: "退出示例数据",
    proxy_note: "已通过团队代理连接",

    results: "结果",
    loading: "正在查询 KeyAPI…",
    cancel: "取消",
    videos_found: |count| format!("{count} 条视频"),
    products_found: |count| format!("{count} 行商品"),
    page_position: |page| format!("第 {page} 页"),
    last_page: "最后一页",
    origin: |origin, time| match origin {
        CacheStatus::Api => format!("查询于 {time}"),
        CacheStatus::Tab => format!("本标签页所存，查询于 {time}，免费显示"),
        CacheStatus::Cache => format!("来自团队缓存，查询于 {time}，未扣积分"),
        CacheStatus::Stale => {
            format!("暂时没有更新的结果（查询可能已扣积分），显示团队缓存中 {time} 的结果")
        }
    },
    refresh: "刷新",
    copy_link: "复制链接",
    link_copied: "链接已复制。",
    copy_by_hand: "浏览器不允许复制，请在此手动复制：",
    previous: "上一页",
    next: "下一页",
    pages: "分页",
    empty_title: "这些视频没有数据",
    empty_advice: "没有这些视频的商品数据。新视频约需一天才会出现。",
    empty_later_page: "结果在此页之前已经结束。",
    empty_sample: "示例中没有这些视频。退出示例数据即可查询真实视频。",
    without_rows: |count| format!("{count} 个 ID 在结果中没有数据"),
    unreadable_rows: |count| format!("{count} 行无法读取"),
    unreadable_row: |row| format!("第 {row} 行"),
    row_without_id: "没有可用的 video_id",
    row_not_an_object: "不是一组字段",
    row_not_a_number: |field| format!("{field} 不是数字"),
    held_title: "本标签页没有此查询的应答",
    held_advice: "运行后才会向 API 查询。",
    run_query: "运行此查询",
    add_key: "添加 API 密钥",

    failure,
    cost: |cost| match cost {
        Cost::None => "没有扣除积分。",
        Cost::Possible => "可能已扣 1 积分：文档没有说明失败是否收费。",
    },
    kept_from_before: "此查询先前的结果仍在下方。",
    opens_again: |time| format!("{time} 起可再次查询。"),
    message: "消息",
    api_code: "代码",
    request_id: "请求 ID",
    copy_request_id: "复制请求 ID",
    copied: "已复制。",
    try_again: "重试",
    try_again_in: |seconds| match seconds / 60 {
        0 => format!("{seconds} 秒后可重试"),
        minutes => format!("{minutes} 分 {} 秒后可重试", seconds % 60),
    },
    open_settings: "打开设置",
    edit_query: "修改查询",
    open_dashboard: "打开 KeyAPI 控制台",
    sign_in: "重新登录",
    reload: "重新加载页面",

    view: "视图",
    cards: "卡片",
    table: "表格",
    charts: "图表",
    compare: "对比",
    sort_and_filter: "排序与筛选",
    export: "导出",
    desk_loading: "正在加载分析工具…",
    desk_failed: "程序的其余部分未能加载：连接失败，或文件与发布的不一致。",
    more_cards: |count| format!("显示更多（还有 {count} 个）"),

    video_by: |id| format!("视频 {id}"),
    no_caption: "无文案",
    show_more: "展开",
    show_less: "收起",
    cover_missing: "无封面",
    play: "播放视频",
    close_player: "关闭播放器",
    clip: "视频片段",
    clip_expired: |ago| format!("此视频地址已于{ago}失效。"),
    clip_missing: "这条视频没有播放地址。",
    clip_unusable: "此视频地址不是安全的 https 地址。",
    clip_broken: "无法从此地址播放视频。",
    tiktok_player: "使用 TikTok 播放器",
    tiktok_player_note: "将从 tiktok.com 加载。",
    open_on_tiktok: "在 TikTok 打开",
    creator: "达人",
    product: |id| format!("商品 {id}"),
    product_unknown: "未注明商品",
    several_products: |count| format!("{count} 个商品"),
    not_added_up: "不相加：每行可能都是视频总额。",
    estimated: "估算",
    estimated_dollars: "估算，美元",
    published: "发布于",
    hashtags: "话题标签",
    unknown: "未知",
    more_metrics: "更多指标",
    exactly: |value| format!("准确值 {value}"),
    metric: metrics::zh,

    data_source: "数据来源",
    fixed_by_deployment: "由本站设定，此处不能更改。",
    source_direct: "直接访问 KeyAPI",
    source_direct_note: "由您的浏览器用您自己的密钥查询 KeyAPI。",
    source_proxy: "代理",
    source_proxy_note: "密钥由代理保管，此处不需要也不发送密钥。",
    proxy_address: "代理地址",
    proxy_address_bad: "请输入本站路径（例如 /api），或本站允许的 https 地址。",
    api_key: "API 密钥",
    api_key_note: "关闭或刷新页面即消失，除非选择保留。只会发送给 KeyAPI。",
    api_key_bad: "请输入密钥，不含空格或特殊字符。",
    show_key: "显示密钥",
    hide_key: "隐藏密钥",
    keep_for_tab: "为本标签页保留，刷新后仍可用",
    forget_key: "清除密钥",
    key_set: "已设置密钥。",
    key_forgotten: "密钥已清除。",
    language: "语言",
    theme: "主题",
    theme_system: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    save: "保存",
    close: "关闭",

    bad_config_title: "ClipCart 无法启动：无法读取 config.json",
    bad_config_advice: "它在 index.html 旁，请网站管理者修正。读取时的提示：",
};

fn failure(error: &SearchError, proxy: bool) -> FailureText {
    let (title, advice) = match error {
        SearchError::KeyNeeded => (
            "需要 KeyAPI 密钥",
            "请在设置中添加密钥，或先用示例数据看看。",
        ),
        SearchError::InvalidRequest(_) => ("查询被拒绝", "请修改 ID 或分页；消息说明了原因。"),
        SearchError::SignInNeeded(_) => (
            "请登录团队代理",
            "您尚未登录，或登录已过期。登录会重新加载页面，查询保留在地址中。",
        ),
        SearchError::ProxyRefused(_) => {
            ("团队代理不允许此请求", "消息说明了原因。请联系本站管理者。")
        }
        SearchError::KeyRefused(note) if proxy && note.speaker == ErrorSource::Intermediary => (
            "可能需要重新登录",
            "拒绝请求的不是代理，也不是 KeyAPI，可能是登录已过期。请重新加载页面；若无效，请联系本站管理者。",
        ),
        SearchError::KeyRefused(_) if proxy => (
            "KeyAPI 拒绝了团队的密钥",
            "密钥可能已过期，或无权使用此接口。请告知本站管理者。",
        ),
        SearchError::KeyRefused(_) => (
            "缺少 API 密钥，或密钥被拒绝",
            "请在设置中检查密钥：可能输入有误、已过期，或无权使用此接口。",
        ),
        SearchError::QuotaUsedUp(_) if proxy => {
            ("团队的 KeyAPI 账户积分已用完", "请告知本站管理者充值。")
        }
        SearchError::DailyLimit { .. } => (
            "团队今天的积分已用完",
            "此前查询过的内容仍可能从缓存中取得。如需更多积分，请联系本站管理者。",
        ),
        SearchError::QuotaUsedUp(_) => (
            "账户积分已用完",
            "请在 KeyAPI 控制台充值，或换一个密钥后重试。",
        ),
        SearchError::TooFast { .. } => ("短时间内请求过多", "请稍候再试。"),
        SearchError::Server(_) if proxy => (
            "代理未能从 KeyAPI 取得有效应答",
            "请稍后重试；若一直如此，请告知本站管理者。",
        ),
        SearchError::Server(_) => (
            "API 内部错误",
            "请稍后重试；若一直如此，请把请求 ID 发给 KeyAPI。",
        ),
        SearchError::Refused(_) => (
            "API 以未公开的代码拒绝",
            "所知仅有其消息。请凭请求 ID 询问 KeyAPI。",
        ),
        SearchError::NotJson(_) => (
            "应答不是 JSON",
            "应答的不是 API，可能是登录页面，或代理地址有误。",
        ),
        SearchError::Truncated(_) => ("应答中途中断", "连接可能断开了。"),
        SearchError::UnexpectedShape(..) => (
            "应答不符合文档格式",
            "API 可能有变动。若一直如此，请附上请求 ID 反馈。",
        ),
        SearchError::NoData(_) => (
            "API 的应答没有数据",
            "可能尚无这些视频的数据。请检查 ID，或明天再试。",
        ),
        SearchError::Timeout(_) => (
            "30 秒内没有应答",
            "API 或网络较慢。减少 ID 或每页行数可能有帮助。",
        ),
        SearchError::Cancelled => ("查询已取消", "不再等待应答。"),
        SearchError::Offline { .. } => ("当前离线", "请连接网络后重试。"),
        SearchError::Blocked if proxy => (
            "无法连接代理",
            "若登录已过期，请重新加载页面以重新登录。也可能是设置中的代理没有运行；\
             若代理在其他网站，本页的安全策略须允许它。",
        ),
        SearchError::Blocked => (
            "浏览器拦截了请求，或网络出错",
            "若网络正常，则可能是 API 不直接应答网页（CORS），或被浏览器扩展拦截。\
             代理模式下由本站的代理查询，密钥不进入浏览器：见 docs/hosting.md。",
        ),
        SearchError::SampleUnavailable => ("无法加载示例数据", "页面旁缺少示例文件，或网络出错。"),
    };
    FailureText { title, advice }
}
