//! The error panel.

use crate::domain::search::error::{Cost, ErrorSource, SearchError};
use crate::i18n::texts::errors::{ErrorTexts, FailureText};

pub const ERRORS: ErrorTexts = ErrorTexts {
    failure,
    cost: |cost| match cost {
        Cost::None => "未消耗积分。",
        Cost::Possible => "可能已消耗 1 积分：文档未说明失败的请求是否收费。",
    },
    earlier_results: "此查询先前的结果仍在下方。",
    available_again: |time| format!("{time} 起可再次查询。"),
    message: "错误信息",
    code: "错误码",
    add_key: "添加 API 密钥",
    open_settings: "打开设置",
    open_dashboard: "打开 KeyAPI 控制台",
    sign_in: "重新登录",
    reload: "重新加载页面",
};

fn failure(error: &SearchError, proxy: bool) -> FailureText {
    let (title, advice) = match error {
        SearchError::KeyNeeded => (
            "需要 KeyAPI 密钥",
            "请在设置中添加密钥，或先用示例数据体验。",
        ),
        SearchError::InvalidRequest(_) => (
            "查询被拒绝",
            "请检查 ID、页码与每页条数，具体原因见错误信息。",
        ),
        SearchError::SignInNeeded(_) => (
            "请登录团队代理",
            "您尚未登录，或登录已过期。登录会重新加载页面，您的查询仍保留在网址中。",
        ),
        SearchError::ProxyRefused(_) => (
            "团队代理不允许此请求",
            "具体原因见错误信息。请联系网站管理员。",
        ),
        SearchError::KeyRefused(note) if proxy && note.source == ErrorSource::Intermediary => (
            "可能需要重新登录",
            "拒绝请求的不是代理，也不是 KeyAPI，可能是登录已过期。请重新加载页面；若仍无效，请联系网站管理员。",
        ),
        SearchError::KeyRefused(_) if proxy => (
            "KeyAPI 拒绝了团队的密钥",
            "密钥可能已过期，或无权使用此接口。请联系网站管理员。",
        ),
        SearchError::KeyRefused(_) => (
            "缺少 API 密钥，或密钥被拒绝",
            "请在设置中检查密钥：可能输入有误、已过期，或无权使用此接口。",
        ),
        SearchError::QuotaUsedUp(_) if proxy => {
            ("团队的 KeyAPI 账户积分已用完", "请联系网站管理员充值。")
        }
        SearchError::DailyLimit { .. } => (
            "团队今天的积分已用完",
            "查询过的内容仍可能从缓存中获取。如需更多积分，请联系网站管理员。",
        ),
        SearchError::QuotaUsedUp(_) => (
            "账户积分已用完",
            "请在 KeyAPI 控制台充值，或更换密钥后重试。",
        ),
        SearchError::TooFast { .. } => ("短时间内请求过多", "请稍候再试。"),
        SearchError::Server(note) if proxy && note.source != ErrorSource::Api => (
            "代理未能从 KeyAPI 获得有效响应",
            "请稍后重试。若问题持续，请联系网站管理员。",
        ),
        SearchError::Server(_) => (
            "API 内部错误",
            "请稍后重试。若问题持续，请把请求 ID 发给 KeyAPI。",
        ),
        SearchError::Refused(note) if proxy && note.source == ErrorSource::Intermediary => (
            "请求被某个服务器拒绝",
            "该响应似乎并非来自 KeyAPI 或代理，可能来自防火墙或网络运营商，也可能是地址有误。若有具体说明，见下方。",
        ),
        SearchError::Refused(note) if note.source == ErrorSource::Intermediary => (
            "请求被某个服务器拒绝",
            "该响应似乎并非来自 KeyAPI，可能来自防火墙或网络运营商，也可能是地址有误。若有具体说明，见下方。",
        ),
        SearchError::Refused(_) => (
            "API 返回了文档中没有的错误码",
            "目前仅有其错误信息可供参考。请凭请求 ID 咨询 KeyAPI。",
        ),
        SearchError::NotJson(_) => ("响应不是 JSON", "返回的可能是登录页面，或代理地址有误。"),
        SearchError::Truncated(_) => ("响应不完整", "连接可能中途断开了。"),
        SearchError::UnexpectedShape(..) => (
            "响应不符合文档格式",
            "API 可能有变动。若问题持续，请附上请求 ID 反馈。",
        ),
        SearchError::NoData(_) => (
            "API 未返回数据",
            "可能尚无这些视频的数据。请检查 ID，或明天再试。",
        ),
        SearchError::Timeout(_) => (
            "30 秒内没有响应",
            "API 或网络较慢。减少 ID 或每页条数可能有帮助。",
        ),
        SearchError::Cancelled => ("查询已取消", "之后返回的响应将被忽略。"),
        SearchError::Offline { .. } => ("当前离线", "请连接网络后重试。"),
        SearchError::Blocked if proxy => (
            "无法连接代理",
            "若登录已过期，请重新加载页面以重新登录。也可能是设置中的代理没有运行；\
             若代理在其他网站，则可能是本页的安全策略不允许访问它。",
        ),
        SearchError::Blocked => (
            "浏览器拦截了请求，或网络出错",
            "若网络正常，则可能是 API 不接受来自网页的请求（CORS），或被浏览器扩展拦截。\
             代理模式下由本站的代理发送请求，密钥不进入浏览器：见 docs/hosting.md。",
        ),
        SearchError::SampleUnavailable => ("无法加载示例数据", "网站上缺少示例文件，或网络出错。"),
    };
    FailureText { title, advice }
}
