//! The texts of the page before the program is there: `index.html` and `public/boot.js`.
//!
//! Both languages are in this one file, which imports nothing: the tool `tools/boot-texts` includes it as it
//! is and writes the texts as JSON, from which `scripts/boot-texts.mjs` fills the static page. The program's
//! own texts are the same constants where both say the same.

/// Of one language.
pub struct BootTexts {
    pub page: BootPageTexts,
    pub script: BootScriptTexts,
}

/// What `index.html` says: an element with `data-text="search"` says `search`.
pub struct BootPageTexts {
    pub title: &'static str,
    pub description: &'static str,
    pub tagline: &'static str,
    pub ids_label: &'static str,
    pub ids_hint: &'static str,
    pub ids_placeholder: &'static str,
    pub advanced: &'static str,
    pub advanced_hint: &'static str,
    pub page_label: &'static str,
    pub size_label: &'static str,
    pub search: &'static str,
    pub search_shortcut: &'static str,
    pub one_credit: &'static str,
    /// The program broke.
    pub broken: &'static str,
    /// Nothing has started after a while.
    pub late: &'static str,
    pub no_script: &'static str,
}

/// What `boot.js` says when it can't start the program.
pub struct BootScriptTexts {
    pub too_old: &'static str,
    pub not_loaded: &'static str,
    pub not_started: &'static str,
    pub reload: &'static str,
}

pub const EN: BootTexts = BootTexts {
    page: BootPageTexts {
        title: "ClipCart: what TikTok videos sell",
        description: "Paste TikTok video IDs or links and see what they sell: clips, products, estimated units and GMV, reach and engagement.",
        tagline: "See what TikTok videos sell",
        ids_label: "Video IDs or links",
        ids_hint: "Paste IDs, video links or a spreadsheet column. Any separator works.",
        ids_placeholder: IDS_PLACEHOLDER,
        advanced: "Advanced",
        advanced_hint: "Fill in one of these to get a single page of the results in one request, as the API documents it. Leave both empty for all data of all videos.",
        page_label: "Page",
        size_label: "Page size",
        search: "Search",
        search_shortcut: SEARCH_SHORTCUT,
        one_credit: "1 credit",
        broken: "ClipCart ran into an error and has to be reloaded. Your search stays in the address.",
        late: "ClipCart has not started: a file is missing or differs from the published version. Nothing was sent and no credit was used. Reload the page without the cache (Ctrl/⌘ + Shift + R).",
        no_script: "ClipCart needs JavaScript and WebAssembly.",
    },
    script: BootScriptTexts {
        too_old: "ClipCart cannot run here: this browser has no WebAssembly, or it is turned off. Please use a current browser.",
        not_loaded: "ClipCart could not be loaded: the connection failed, or a file differs from the published version. Nothing was sent and no credit was used.",
        not_started: "ClipCart was loaded but could not start in this browser. Reload to try again.",
        reload: "Reload",
    },
};

pub const ZH: BootTexts = BootTexts {
    page: BootPageTexts {
        title: "ClipCart：看清 TikTok 视频卖了什么",
        description: "粘贴 TikTok 视频 ID 或链接，查看每条视频的商品、估算销量与 GMV、播放量和互动数据。",
        tagline: "看清 TikTok 视频卖了什么",
        ids_label: "视频 ID 或链接",
        ids_hint: "可粘贴 ID、视频链接或表格中的一列，分隔符不限。",
        ids_placeholder: IDS_PLACEHOLDER,
        advanced: "高级",
        advanced_hint: "填写任意一项时，只按 API 文档发送一次请求，获取其中一页。均留空则获取全部视频的全部数据。",
        page_label: "页码",
        size_label: "每页条数",
        search: "查询",
        search_shortcut: SEARCH_SHORTCUT,
        one_credit: "1 积分",
        broken: "ClipCart 出现错误，需要重新加载页面。您的查询仍保留在网址中。",
        late: "ClipCart 尚未启动：有文件缺失，或与发布的版本不一致。未发送任何请求，也未消耗积分。请强制刷新页面（Ctrl/⌘ + Shift + R）。",
        no_script: "ClipCart 需要启用 JavaScript 和 WebAssembly。",
    },
    script: BootScriptTexts {
        too_old: "ClipCart 无法在此运行：此浏览器不支持 WebAssembly，或已将其关闭。请使用新版浏览器。",
        not_loaded: "ClipCart 未能加载：连接失败，或文件与发布的版本不一致。未发送任何请求，也未消耗积分。",
        not_started: "ClipCart 已加载，但无法在此浏览器中启动。请重新加载后再试。",
        reload: "重新加载",
    },
};

const IDS_PLACEHOLDER: &str =
    "7521783049722285367\nhttps://www.tiktok.com/@user/video/7521783049722285367";
const SEARCH_SHORTCUT: &str = "Ctrl/⌘ + Enter";
