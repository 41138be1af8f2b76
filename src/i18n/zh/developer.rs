//! For developers.

use crate::i18n::texts::developer::DeveloperTexts;

pub const DEVELOPER: DeveloperTexts = DeveloperTexts {
    title: "开发者",
    request: "请求",
    copy_as: "复制为",
    masked_note: "代码中不含密钥，运行时从环境变量 KEYAPI_KEY 读取。每次运行消耗 1 积分。",
    proxy_note: "密钥由代理添加。如果代理要求登录，程序同样需要登录。每次运行最多消耗 1 积分。",
    sample_note: "示例数据：未发送任何请求。以下是查询这些 ID 时会发送的请求。",
    copy: "复制",
    reveal: "显示密钥",
    reveal_warning: "您的密钥在此代码中可见：看到它的人都能使用您的积分。",
    copied_with_key: "已复制，其中包含您的密钥：请像密码一样保管。",

    response: "原始响应",
    status: "状态",
    time: "用时",
    milliseconds: |count| format!("{count} 毫秒"),
    size: "大小",
    bytes: |count| format!("{count} 字节"),
    no_request_id: "未提供",
    saved_response: "未知：来自已保存的响应",
    from_sample: "无：示例数据",
    formatted_note: "已格式化以便阅读；复制或下载的是原文。",
    cut_note: "仅显示开头部分（已格式化）；复制或下载的是完整原文。",
    copy_response: "复制响应",
    response_copied: "响应已复制。",
    download: "下载响应",
    download_blocked: "浏览器拦截了下载。",
};
