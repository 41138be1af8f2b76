//! The charts.

use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::view::ChartKind;
use crate::i18n::texts::charts::ChartTexts;

pub const CHARTS: ChartTexts = ChartTexts {
    kind: "图表类型",
    kind_name: |kind| match kind {
        ChartKind::Bars => "排行",
        ChartKind::Scatter => "散点图",
        ChartKind::Distribution => "分布",
        ChartKind::Timeline => "时间线",
        ChartKind::Regions => "按地区",
        ChartKind::Hashtags => "按话题标签",
    },
    metric: "指标",
    x_axis: "横轴",
    log_scale: "对数坐标",
    download_png: "下载 PNG",
    download_svg: "下载 SVG",
    not_saved: "浏览器未能生成图片。",

    estimated: |metric| format!("{metric}（估算）"),
    total: |metric| format!("{metric}合计"),
    median_of: |metric| format!("{metric}中位数"),

    ranking: |metric| format!("{metric}从高到低"),
    versus: |y, x| format!("{y}与{x}"),
    distribution: |metric| format!("{metric}的分布"),
    by_time: |metric, bucket| {
        let bucket = match bucket {
            TimeBucket::Day => "日",
            TimeBucket::Week => "周",
            TimeBucket::Month => "月",
            TimeBucket::Year => "年",
        };
        format!("{metric}（按发布{bucket}）")
    },
    by_region: |metric| format!("{metric}（按地区）"),
    by_hashtag: |metric| format!("{metric}（按话题标签）"),

    videos: "视频数",
    lower_quartile: "下四分位数",
    median: "中位数",
    upper_quartile: "上四分位数",

    data_points: "图中的数据点",
    keys_hint: "使用方向键在数据点之间移动；点击或按回车键查看视频。",
    summary: |title, data_points, highest| {
        let highest = highest.map(|highest| format!("最高：{highest}。"));
        format!(
            "{title}：共 {data_points} 个数据点。{}",
            highest.unwrap_or_default()
        )
    },
    no_data: "没有可显示的数据：当前视频的该指标均未知。",

    more: |count| format!("另有 {count} 项未显示。"),
    unknown_excluded: |count| format!("{count} 项未计入（无数据）。"),
    too_large_excluded: |count| format!("{count} 项未计入（数值过大，不可信）。"),
    zero_excluded: |count| format!("{count} 项未计入：对数坐标无法表示 0。"),
    multi_product_excluded: |count| {
        format!("{count} 条记录未计入：所属视频有多个商品，各条可能均为整条视频的总额。")
    },
    multi_product_separate: |count| {
        format!(
            "{count} 个数据点来自有多个商品的视频，每个商品对应一个数据点，各点可能均为整条视频的总额。"
        )
    },
    each_hashtag: "一条视频会分别计入它的每个话题标签。",

    data_table: "数据表",
    first_rows: |count| format!("仅显示前 {count} 项。"),
    video: "视频",
    range: "范围",
    published: "发布日期",
    region: "地区",
    hashtag: "话题标签",
};
