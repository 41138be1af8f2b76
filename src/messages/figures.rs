//! What each figure is called and how it is worked out, in both languages.

use super::FigureText;
use crate::domain::metrics::Figure;

pub fn en(figure: Figure) -> FigureText {
    let (name, formula) = match figure {
        Figure::Gmv => ("GMV", "Gross merchandise value in US$, estimated by KeyAPI"),
        Figure::Units => ("Units", "Units sold, estimated by KeyAPI"),
        Figure::Views => ("Views", "How often the video was played"),
        Figure::Likes => ("Likes", "How often the video was liked"),
        Figure::Comments => ("Comments", "Comments under the video"),
        Figure::Shares => ("Shares", "How often the video was shared"),
        Figure::Saves => ("Saves", "How often the video was saved to favorites"),
        Figure::Gpm => ("GPM", "GMV per 1,000 views = GMV ÷ views × 1,000"),
        Figure::PricePerUnit => ("Price per unit", "GMV ÷ units"),
        Figure::UnitsPerThousandViews => ("Units per 1,000 views", "units ÷ views × 1,000"),
        Figure::EngagementRate => ("Engagement rate", "(likes + comments + shares) ÷ views"),
        Figure::LikeRate => ("Like rate", "likes ÷ views"),
        Figure::CommentRate => ("Comment rate", "comments ÷ views"),
        Figure::ShareRate => ("Share rate", "shares ÷ views"),
        Figure::SaveRate => ("Save rate", "saves ÷ views"),
        Figure::GmvPerDay => ("GMV per day", "GMV ÷ days since publication (at least 1)"),
        Figure::UnitsPerDay => (
            "Units per day",
            "units ÷ days since publication (at least 1)",
        ),
        Figure::ViewsPerDay => (
            "Views per day",
            "views ÷ days since publication (at least 1)",
        ),
        Figure::GmvPerMinute => ("GMV per minute of video", "GMV ÷ length in minutes"),
        Figure::UnitsPerMinute => ("Units per minute of video", "units ÷ length in minutes"),
        Figure::Length => ("Length", "How long the video is"),
    };
    FigureText { name, formula }
}

pub fn zh(figure: Figure) -> FigureText {
    let (name, formula) = match figure {
        Figure::Gmv => ("GMV", "商品交易总额（美元），KeyAPI 估算"),
        Figure::Units => ("销量", "售出件数，KeyAPI 估算"),
        Figure::Views => ("播放", "视频的播放次数"),
        Figure::Likes => ("点赞", "视频的点赞次数"),
        Figure::Comments => ("评论", "视频的评论条数"),
        Figure::Shares => ("分享", "视频的分享次数"),
        Figure::Saves => ("收藏", "视频的收藏次数"),
        Figure::Gpm => ("GPM", "千次播放 GMV = GMV ÷ 播放 × 1000"),
        Figure::PricePerUnit => ("件均价", "GMV ÷ 销量"),
        Figure::UnitsPerThousandViews => ("千次播放销量", "销量 ÷ 播放 × 1000"),
        Figure::EngagementRate => ("互动率", "（点赞 + 评论 + 分享）÷ 播放"),
        Figure::LikeRate => ("点赞率", "点赞 ÷ 播放"),
        Figure::CommentRate => ("评论率", "评论 ÷ 播放"),
        Figure::ShareRate => ("分享率", "分享 ÷ 播放"),
        Figure::SaveRate => ("收藏率", "收藏 ÷ 播放"),
        Figure::GmvPerDay => ("日均 GMV", "GMV ÷ 发布至今天数（至少 1 天）"),
        Figure::UnitsPerDay => ("日均销量", "销量 ÷ 发布至今天数（至少 1 天）"),
        Figure::ViewsPerDay => ("日均播放", "播放 ÷ 发布至今天数（至少 1 天）"),
        Figure::GmvPerMinute => ("每分钟视频 GMV", "GMV ÷ 视频分钟数"),
        Figure::UnitsPerMinute => ("每分钟视频销量", "销量 ÷ 视频分钟数"),
        Figure::Length => ("时长", "视频的时长"),
    };
    FigureText { name, formula }
}
