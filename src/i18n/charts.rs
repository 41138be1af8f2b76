//! The charts' texts, in both languages.

/// Of one language.
pub struct ChartTexts {
    pub kind: &'static str,
    /// In the order of `ChartKind::ALL`.
    pub kinds: [&'static str; 6],
    pub metric: &'static str,
    pub across: &'static str,
    pub log: &'static str,
    pub png: &'static str,
    pub svg: &'static str,
    pub failed: &'static str,

    /// A metric's name, when it is an estimate.
    pub estimated: fn(metric: &str) -> String,
    pub is: fn(what: &str, value: &str) -> String,
    pub ranked: fn(metric: &str) -> String,
    pub against: fn(up: &str, across: &str) -> String,
    pub distribution: fn(metric: &str) -> String,
    /// By day, week, month or year of publication, in the order of `Every::ALL`.
    pub by_time: [fn(metric: &str) -> String; 4],
    pub by_region: fn(metric: &str) -> String,
    pub by_hashtag: fn(metric: &str) -> String,
    pub sum: fn(metric: &str) -> String,
    pub median_of: fn(metric: &str) -> String,
    pub videos: &'static str,
    pub lower_quartile: &'static str,
    pub median: &'static str,
    pub upper_quartile: &'static str,
    pub no_region: &'static str,

    pub marks: &'static str,
    pub keys: &'static str,
    pub marks_drawn: fn(count: usize) -> String,
    pub most: fn(what: &str) -> String,
    pub nothing: &'static str,

    pub unknown: fn(count: usize) -> String,
    pub zero: fn(count: usize) -> String,
    pub several: fn(count: usize) -> String,
    pub apart: fn(count: usize) -> String,
    pub more: fn(count: usize) -> String,
    pub each_hashtag: &'static str,

    pub data: &'static str,
    pub first_rows: fn(count: usize) -> String,
    pub video: &'static str,
    pub range: &'static str,
    pub days: &'static str,
    pub region: &'static str,
    pub hashtag: &'static str,
}

pub static EN: ChartTexts = ChartTexts {
    kind: "Chart",
    kinds: [
        "Ranking",
        "Scatter",
        "Distribution",
        "Timeline",
        "By region",
        "By hashtag",
    ],
    metric: "Metric",
    across: "Across",
    log: "Logarithmic axes",
    png: "Download PNG",
    svg: "Download SVG",
    failed: "The browser could not make the picture.",

    estimated: |metric| [metric, " (est.)"].concat(),
    is: |what, value| [what, ": ", value].concat(),
    ranked: |metric| [metric, ", highest first"].concat(),
    against: |up, across| [up, " against ", across].concat(),
    distribution: |metric| ["Distribution of ", metric].concat(),
    by_time: [
        |metric| [metric, " by day of publication"].concat(),
        |metric| [metric, " by week of publication"].concat(),
        |metric| [metric, " by month of publication"].concat(),
        |metric| [metric, " by year of publication"].concat(),
    ],
    by_region: |metric| [metric, " by region"].concat(),
    by_hashtag: |metric| [metric, " by hashtag"].concat(),
    sum: |metric| [metric, ", sum"].concat(),
    median_of: |metric| [metric, ", median"].concat(),
    videos: "Videos",
    lower_quartile: "Lower quartile",
    median: "Median",
    upper_quartile: "Upper quartile",
    no_region: "Region unknown",

    marks: "Marks of the chart",
    keys: "Arrow keys go from mark to mark; a click or Enter opens the videos.",
    marks_drawn: |count| match count {
        1 => "1 mark.".to_owned(),
        _ => [&count.to_string(), " marks."].concat(),
    },
    most: |what| ["The most: ", what, "."].concat(),
    nothing: "Nothing to draw: the metric is not known of any video shown.",

    unknown: |count| [&count.to_string(), " left out: not known."].concat(),
    zero: |count| {
        let count = count.to_string();
        [&count, " left out: logarithmic axes have no place for 0."].concat()
    },
    several: |count| {
        let count = count.to_string();
        let why = "Left out, as each may repeat its video's total: product lines of videos with several, ";
        [why, &count, "."].concat()
    },
    apart: |count| {
        let count = count.to_string();
        let why =
            "Marks of videos with several products, one each, which may repeat the video's total: ";
        [why, &count, "."].concat()
    },
    more: |count| ["And ", &count.to_string(), " more."].concat(),
    each_hashtag: "A video counts in each of its hashtags.",

    data: "Data as a table",
    first_rows: |count| ["Only the first ", &count.to_string(), "."].concat(),
    video: "Video",
    range: "From – to",
    days: "Published",
    region: "Region",
    hashtag: "Hashtag",
};

pub static ZH: ChartTexts = ChartTexts {
    kind: "图表类型",
    kinds: ["排行", "散点图", "分布", "时间线", "按地区", "按话题标签"],
    metric: "指标",
    across: "横轴",
    log: "对数坐标",
    png: "下载 PNG",
    svg: "下载 SVG",
    failed: "浏览器未能生成图片。",

    estimated: |metric| [metric, "（估算）"].concat(),
    is: |what, value| [what, "：", value].concat(),
    ranked: |metric| [metric, "从高到低"].concat(),
    against: |up, across| [up, "与", across].concat(),
    distribution: |metric| [metric, "的分布"].concat(),
    by_time: [
        |metric| [metric, "（按发布日）"].concat(),
        |metric| [metric, "（按发布周）"].concat(),
        |metric| [metric, "（按发布月）"].concat(),
        |metric| [metric, "（按发布年）"].concat(),
    ],
    by_region: |metric| [metric, "（按地区）"].concat(),
    by_hashtag: |metric| [metric, "（按话题标签）"].concat(),
    sum: |metric| [metric, "合计"].concat(),
    median_of: |metric| [metric, "中位数"].concat(),
    videos: "视频数",
    lower_quartile: "下四分位数",
    median: "中位数",
    upper_quartile: "上四分位数",
    no_region: "地区未知",

    marks: "图中的数据点",
    keys: "方向键逐点移动；点击或回车查看视频。",
    marks_drawn: |count| ["共 ", &count.to_string(), " 个数据点。"].concat(),
    most: |what| ["最高：", what, "。"].concat(),
    nothing: "没有可绘制的数据：所示视频的该指标均未知。",

    unknown: |count| ["未计入 ", &count.to_string(), " 项：数值未知。"].concat(),
    zero: |count| ["未计入 ", &count.to_string(), " 项：对数坐标无法表示 0。"].concat(),
    several: |count| {
        let count = count.to_string();
        [
            "未计入 ",
            &count,
            " 项：所属视频有多个商品，各项可能都是整个视频的总数。",
        ]
        .concat()
    },
    apart: |count| {
        let count = count.to_string();
        [
            &count,
            " 个数据点来自有多个商品的视频，每个商品一点；各点可能都是整个视频的总数。",
        ]
        .concat()
    },
    more: |count| ["另有 ", &count.to_string(), " 项。"].concat(),
    each_hashtag: "一条视频会计入它的每个话题标签。",

    data: "数据表",
    first_rows: |count| ["仅列出前 ", &count.to_string(), " 项。"].concat(),
    video: "视频",
    range: "从 – 到",
    days: "发布日期",
    region: "地区",
    hashtag: "话题标签",
};
