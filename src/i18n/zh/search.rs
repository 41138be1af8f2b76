//! The search form.

use crate::domain::ids::short_link::LinkFailure;
use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::query::Query;
use crate::domain::query::paging::PagingProblem;
use crate::i18n::boot;
use crate::i18n::texts::search::SearchTexts;

pub const SEARCH: SearchTexts = SearchTexts {
    ids_label: boot::ZH.page.ids_label,
    ids_hint: boot::ZH.page.ids_hint,
    ids_placeholder: boot::ZH.page.ids_placeholder,
    excerpt: "仅显示文本开头。",
    edit_text: "编辑全部",
    clear_text: "清空",
    advanced: boot::ZH.page.advanced,
    advanced_hint: boot::ZH.page.advanced_hint,
    page_label: boot::ZH.page.page_label,
    size_label: boot::ZH.page.size_label,
    search: boot::ZH.page.search,
    search_shortcut: boot::ZH.page.search_shortcut,

    one_credit: boot::ZH.page.one_credit,
    up_to_one_credit: "最多 1 积分",
    up_to_credits: |count| format!("最多 {count} 积分"),
    free: "免费",

    ids_recognized: |count| format!("已识别 {count} 个 ID"),
    duplicates_removed: |count| format!("已去除 {count} 个重复项"),
    items_not_recognized: |count| format!("{count} 项无法识别"),
    more_items: |count| format!("另有 {count} 项"),
    many_ids: |limit| {
        format!(
            "查询单页时，所有 ID 会在一次请求中发送。已知 API 一次可接受 {limit} 个，更多可能被拒绝，但仍可能消耗积分。将页码和每页条数留空，即可分多次请求查询。"
        )
    },
    token_problem: |problem| {
        let text = match problem {
            TokenProblem::ShortLink => {
                "短链接：其中没有 ID，网页无法解析。通过代理（设置 → 数据来源）或在本机运行 ClipCart 可以解析；也可以打开后粘贴完整链接。"
            }
            TokenProblem::LookAlikeHost => "疑似仿冒链接：域名不属于 TikTok。",
            TokenProblem::OtherSite => "不是 TikTok 链接。",
            TokenProblem::LinkWithoutId => "是 TikTok 链接，但不是视频链接：其中没有视频 ID。",
            TokenProblem::TooShort => "位数太少，不是视频 ID（应为 19 位数字）。",
            TokenProblem::TooLong => "位数太多或数值过大，不是视频 ID（应为 19 位数字）。",
            TokenProblem::ExponentForm => {
                "表格软件已将此 ID 缩写为科学计数法，末尾数字已丢失。请先把该列设为“文本”格式，再打开或粘贴 ID。"
            }
            TokenProblem::LooksRounded => {
                "疑似被表格软件或程序取整：真实的 ID 很少以 000 结尾，也很少是 1024 的倍数。"
            }
            TokenProblem::ImpossibleDate { year } => {
                return format!(
                    "不是视频 ID：其中的日期为 {year} 年，而 TikTok 视频的日期不早于 2016 年，也不会在未来。"
                );
            }
            TokenProblem::OtherThing => "标明是其他内容的 ID，例如商品或用户。",
            TokenProblem::NotANumber => "不是视频 ID，也不是链接。",
        };
        text.to_owned()
    },
    from_link: |link| format!("来自 {link}"),
    resolving_links: |done, all| format!("正在解析短链接：{done}/{all}"),
    search_waits: "短链接解析完成后即开始查询。",
    links_wait: |seconds| format!("（服务器要求等待 {seconds} 秒）"),
    resolve_links: "解析短链接",
    link_unresolved: "短链接：尚未解析。",
    link_failure: |failure| match failure {
        LinkFailure::NoVideo => "短链接：TikTok 上没有此链接，或它指向的不是视频。",
        LinkFailure::NotReached => "短链接：未收到可用的响应。请重试，或打开后粘贴完整链接。",
        LinkFailure::TooMany => "短链接：一次解析过多，请稍后重试。",
        LinkFailure::Refused => "短链接：代理不解析短链接，或未对您开放。请打开后粘贴完整链接。",
        LinkFailure::NotOffered => "短链接：此代理不解析短链接。请打开后粘贴完整链接。",
    },
    use_rounded: "使用疑似被取整的 ID",
    rounded_cause: "表格软件和部分程序只保留数字的前 15 至 17 位。被取整的 ID 会指向其他视频或不存在的视频，但同样消耗积分。",
    ids_problem: |problem| match problem {
        IdsProblem::Empty => "请至少粘贴一个视频 ID 或链接。".to_owned(),
        IdsProblem::NoneRecognized => "未识别到视频 ID 或链接，原因见下方。".to_owned(),
        IdsProblem::TooMany {
            count,
            max: Query::MAX_IDS,
        } => {
            format!("{count} 个 ID 超出单次请求的上限。请将页码和每页条数留空，以查询全部 ID。")
        }
        IdsProblem::TooMany { count, max } => {
            format!("一次最多查询 {max} 个 ID，当前有 {count} 个。请分批查询。")
        }
    },
    page_problem: |problem| match problem {
        PagingProblem::Missing => "请输入页码。",
        PagingProblem::NotANumber => "页码必须是整数。",
        PagingProblem::OutOfRange => "页码必须在 1 到 100000 之间。",
    },
    size_problem: |problem| match problem {
        PagingProblem::Missing => "请输入每页条数。",
        PagingProblem::NotANumber => "每页条数必须是整数。",
        PagingProblem::OutOfRange => "每页条数必须在 1 到 10 之间。",
    },
    link_problem: "此链接有部分内容无法读取，其余内容已填入表单。",
    repeated_parameter: "重复出现，以第一个为准。",
    unknown_list: "此链接的 ID 仅保存在创建它的浏览器中，此处没有。",
    misspelled_parameter: |name| format!("无法识别此参数，是否应为“{name}”？"),

    folded_ids: |count| format!("{count} 个 ID"),
    folded_page: |page| format!("第 {page} 页"),
    edit: "编辑",
    edit_search: "编辑查询",
};
