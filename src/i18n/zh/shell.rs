//! The page around the features.

use crate::i18n::boot;
use crate::i18n::texts::shell::ShellTexts;

pub const SHELL: ShellTexts = ShellTexts {
    page_title: boot::ZH.page.title,
    and_more: |name, others| format!("{name}，另有 {others} 条"),
    skip_to_results: "跳到结果",
    tagline: boot::ZH.page.tagline,
    settings: "设置",
    help: "帮助",
    footer: "销售数据为 KeyAPI 的估算值，以美元计，约滞后一天。与 TikTok 无隶属关系。",
    sample_badge: "示例数据",
    sample_note: "这些视频、商品和数字均为虚构。",
    leave_sample: "退出示例数据",
    proxy_note: "已通过团队代理连接",
    bad_config_title: "ClipCart 无法启动",
    bad_config_advice: "config.json 格式有误，请联系网站管理员。详细信息：",
    config_not_loaded: "未能加载 config.json。请检查网络后重试；如果仍然不行，请联系网站管理员。",
};
