//! The metrics.

use crate::domain::metrics::Metric;
use crate::i18n::texts::metrics::MetricText;

/// A metric's texts.
pub fn metric(metric: Metric) -> MetricText {
    let (name, formula) = match metric {
        Metric::Gmv => ("GMV", "商品交易总额（美元），KeyAPI 估算"),
        Metric::Units => ("销量", "售出件数，KeyAPI 估算"),
        Metric::Views => ("播放量", "视频的播放次数"),
        Metric::Likes => ("点赞数", "视频的点赞次数"),
        Metric::Comments => ("评论数", "视频的评论条数"),
        Metric::Shares => ("分享数", "视频的分享次数"),
        Metric::Saves => ("收藏数", "视频的收藏次数"),
        Metric::Gpm => ("GPM", "千次播放 GMV = GMV ÷ 播放量 × 1000"),
        Metric::PricePerUnit => ("件单价", "GMV ÷ 销量"),
        Metric::UnitsPerThousandViews => ("千次播放销量", "销量 ÷ 播放量 × 1000"),
        Metric::CommissionRate => ("佣金率", "达人可得的商品售价比例，数据来自 KeyAPI"),
        Metric::ExpectedCommission => ("预计佣金", "GMV × 佣金率：GMV 为估算值，结果同为估算"),
        Metric::EngagementRate => ("互动率", "（点赞数 + 评论数 + 分享数）÷ 播放量"),
        Metric::LikeRate => ("点赞率", "点赞数 ÷ 播放量"),
        Metric::CommentRate => ("评论率", "评论数 ÷ 播放量"),
        Metric::ShareRate => ("分享率", "分享数 ÷ 播放量"),
        Metric::SaveRate => ("收藏率", "收藏数 ÷ 播放量"),
        Metric::GmvPerDay => ("日均 GMV", "GMV ÷ 发布至今天数（至少 1 天）"),
        Metric::UnitsPerDay => ("日均销量", "销量 ÷ 发布至今天数（至少 1 天）"),
        Metric::ViewsPerDay => ("日均播放量", "播放量 ÷ 发布至今天数（至少 1 天）"),
        Metric::GmvPerMinute => ("视频每分钟 GMV", "GMV ÷ 视频分钟数"),
        Metric::UnitsPerMinute => ("视频每分钟销量", "销量 ÷ 视频分钟数"),
        Metric::Length => ("时长", "视频的时长"),
    };
    MetricText {
        name,
        formula,
        unit: [unit(metric); 2],
    }
}

/// What a metric's exact values are followed by.
fn unit(metric: Metric) -> &'static str {
    match metric {
        Metric::Units => "件",
        Metric::Views => "次播放",
        Metric::Likes => "个赞",
        Metric::Comments => "条评论",
        Metric::Shares => "次分享",
        Metric::Saves => "次收藏",
        Metric::Gpm => "/ 千次播放",
        Metric::PricePerUnit => "/ 件",
        Metric::UnitsPerThousandViews => "件 / 千次播放",
        Metric::GmvPerDay => "/ 天",
        Metric::UnitsPerDay => "件 / 天",
        Metric::ViewsPerDay => "次播放 / 天",
        Metric::GmvPerMinute => "/ 分钟",
        Metric::UnitsPerMinute => "件 / 分钟",
        Metric::Gmv
        | Metric::CommissionRate
        | Metric::ExpectedCommission
        | Metric::EngagementRate
        | Metric::LikeRate
        | Metric::CommentRate
        | Metric::ShareRate
        | Metric::SaveRate
        | Metric::Length => "",
    }
}
