//! What each metric is called and how it is worked out, in both languages.

use super::MetricText;
use crate::domain::metrics::Metric;

pub fn en(metric: Metric) -> MetricText {
    let (name, formula) = match metric {
        Metric::Gmv => ("GMV", "Gross merchandise value in US$, estimated by KeyAPI"),
        Metric::Units => ("Units", "Units sold, estimated by KeyAPI"),
        Metric::Views => ("Views", "How often the video was played"),
        Metric::Likes => ("Likes", "How often the video was liked"),
        Metric::Comments => ("Comments", "Comments under the video"),
        Metric::Shares => ("Shares", "How often the video was shared"),
        Metric::Saves => ("Saves", "How often the video was saved to favorites"),
        Metric::Gpm => ("GPM", "GMV per 1,000 views = GMV ÷ views × 1,000"),
        Metric::PricePerUnit => ("Price per unit", "GMV ÷ units"),
        Metric::UnitsPerThousandViews => ("Units per 1,000 views", "units ÷ views × 1,000"),
        Metric::EngagementRate => ("Engagement rate", "(likes + comments + shares) ÷ views"),
        Metric::LikeRate => ("Like rate", "likes ÷ views"),
        Metric::CommentRate => ("Comment rate", "comments ÷ views"),
        Metric::ShareRate => ("Share rate", "shares ÷ views"),
        Metric::SaveRate => ("Save rate", "saves ÷ views"),
        Metric::GmvPerDay => ("GMV per day", "GMV ÷ days since publication (at least 1)"),
        Metric::UnitsPerDay => (
            "Units per day",
            "units ÷ days since publication (at least 1)",
        ),
        Metric::ViewsPerDay => (
            "Views per day",
            "views ÷ days since publication (at least 1)",
        ),
        Metric::GmvPerMinute => ("GMV per minute of video", "GMV ÷ length in minutes"),
        Metric::UnitsPerMinute => ("Units per minute of video", "units ÷ length in minutes"),
        Metric::Length => ("Length", "How long the video is"),
    };
    MetricText { name, formula }
}

pub fn zh(metric: Metric) -> MetricText {
    let (name, formula) = match metric {
        Metric::Gmv => ("GMV", "商品交易总额（美元），KeyAPI 估算"),
        Metric::Units => ("销量", "售出件数，KeyAPI 估算"),
        Metric::Views => ("播放", "视频的播放次数"),
        Metric::Likes => ("点赞", "视频的点赞次数"),
        Metric::Comments => ("评论", "视频的评论条数"),
        Metric::Shares => ("分享", "视频的分享次数"),
        Metric::Saves => ("收藏", "视频的收藏次数"),
        Metric::Gpm => ("GPM", "千次播放 GMV = GMV ÷ 播放 × 1000"),
        Metric::PricePerUnit => ("件均价", "GMV ÷ 销量"),
        Metric::UnitsPerThousandViews => ("千次播放销量", "销量 ÷ 播放 × 1000"),
        Metric::EngagementRate => ("互动率", "（点赞 + 评论 + 分享）÷ 播放"),
        Metric::LikeRate => ("点赞率", "点赞 ÷ 播放"),
        Metric::CommentRate => ("评论率", "评论 ÷ 播放"),
        Metric::ShareRate => ("分享率", "分享 ÷ 播放"),
        Metric::SaveRate => ("收藏率", "收藏 ÷ 播放"),
        Metric::GmvPerDay => ("日均 GMV", "GMV ÷ 发布至今天数（至少 1 天）"),
        Metric::UnitsPerDay => ("日均销量", "销量 ÷ 发布至今天数（至少 1 天）"),
        Metric::ViewsPerDay => ("日均播放", "播放 ÷ 发布至今天数（至少 1 天）"),
        Metric::GmvPerMinute => ("每分钟视频 GMV", "GMV ÷ 视频分钟数"),
        Metric::UnitsPerMinute => ("每分钟视频销量", "销量 ÷ 视频分钟数"),
        Metric::Length => ("时长", "视频的时长"),
    };
    MetricText { name, formula }
}
