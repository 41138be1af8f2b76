//! A video's card.

use crate::i18n::texts::card::CardTexts;

pub const CARD: CardTexts = CardTexts {
    video: |id| format!("视频 {id}"),
    no_caption: "无文案",
    show_more: "展开",
    show_less: "收起",
    hashtags: "话题标签",
    published: |date| format!("发布于 {date}"),
    from_file: "来自您的文件",
    data_from: "数据获取时间",
    creator: "达人",
    open_on_tiktok: "在 TikTok 打开",

    no_cover: "无封面",
    play: "播放视频",
    close_player: "关闭播放器",
    clip: "视频",
    clip_expired: |ago| format!("此视频链接已于{ago}失效。"),
    clip_missing: "此视频没有播放链接。",
    clip_unusable: "此视频链接不是安全的 https 链接。",
    clip_broken: "无法从此链接播放视频。",
    tiktok_player: "使用 TikTok 播放器",
    tiktok_player_note: "将从 tiktok.com 加载。",

    product: |id| format!("商品 {id}"),
    unknown_product: "未知商品",
    product_count: |count| format!("{count} 个商品"),
    not_totaled: "未合计：各条可能均为整条视频的总额。",
    estimated: "估算",
    estimated_dollars: "估算，美元",
    all_metrics: "全部指标",

    copy_video_id: "复制视频 ID",
    copy_creator_id: "复制达人 ID",
    copy_product_id: "复制商品 ID",
    compare: "对比",
    compare_video: |name| format!("对比 {name}"),
    more_cards: |count| format!("显示更多（还有 {count} 条）"),
};
