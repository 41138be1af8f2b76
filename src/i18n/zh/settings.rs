//! The Settings dialog.

use super::shell::SHELL;
use crate::i18n::texts::settings::SettingsTexts;

pub const SETTINGS: SettingsTexts = SettingsTexts {
    title: SHELL.settings,
    data_source: "数据来源",
    fixed_by_deployment: "已由管理员统一配置，不可修改。",
    source_direct: "直接访问 KeyAPI",
    source_direct_note: "由您的浏览器使用您自己的密钥向 KeyAPI 发送请求。",
    source_proxy: "代理",
    source_proxy_note: "密钥由代理保管，您无需输入密钥。",
    covers_refused: "暂时无法显示封面：获取封面的请求被拒绝。刷新页面前不会再次请求。",
    products_refused: "暂时无法获取商品名称：此处没有相应的接口。刷新页面前不会再次请求。",
    sign_covers: "使用我的密钥加载封面",
    sign_covers_note: "多数封面需要额外请求：每次最多 10 个，据反馈免费，但文档未说明。",
    proxy_address: "代理地址",
    proxy_address_problem: "请输入本站路径（例如 /api），或本站允许的 https 地址。",

    api_key: "API 密钥",
    api_key_note: "关闭或刷新页面后即清除，除非选择保留。只会发送给 KeyAPI。",
    api_key_problem: "请输入密钥，不含空格或特殊字符。",
    show_key: "显示密钥",
    hide_key: "隐藏密钥",
    save: "保存",
    keep_for_tab: "在此标签页中保留，刷新后仍可用",
    forget_key: "清除密钥",
    key_set: "已设置密钥。",
    key_forgotten: "密钥已清除。",

    language: "语言",
    theme: "主题",
    theme_system: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    single_keys: "单键快捷键",
    single_keys_note: "帮助中列有全部快捷键。如果语音输入或其他工具会误触，请关闭。",
};
