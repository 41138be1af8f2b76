//! The texts of Help: the shortcuts, and what is to be known of the metrics.

use crate::domain::metrics::{Direction, Unit};
use crate::domain::shortcut::Shortcut;

/// Of one language.
pub struct HelpTexts {
    pub shortcuts: &'static str,
    pub shortcuts_note: &'static str,
    pub shortcuts_are_off: &'static str,
    pub shortcut: fn(Shortcut) -> &'static str,
    pub space: &'static str,
    pub search: &'static str,
    pub metrics: &'static str,
    pub metrics_note: &'static str,
    pub metric: &'static str,
    pub formula: &'static str,
    pub unit: &'static str,
    pub unit_of: fn(Unit) -> &'static str,
    pub better: &'static str,
    pub direction: fn(Direction) -> &'static str,
}

pub static EN: HelpTexts = HelpTexts {
    shortcuts: "Keyboard",
    shortcuts_note: "Single keys do nothing while you type. They can be switched off in Settings.",
    shortcuts_are_off: "Single keys are switched off in Settings.",
    shortcut: |shortcut| match shortcut {
        Shortcut::Ids => "Go to the video IDs",
        Shortcut::Next => "Next card",
        Shortcut::Previous => "Previous card",
        Shortcut::Play => "On a card: play the clip, or close it",
        Shortcut::Compare => "On a card: select it for comparison, or no longer",
        Shortcut::Help => "This help",
    },
    space: "Space",
    search: "In the form: search",
    metrics: "Metrics",
    metrics_note: "A metric that cannot be worked out is shown as “—”, and never as 0.",
    metric: "Metric",
    formula: "What it is",
    unit: "Unit",
    unit_of: |unit| match unit {
        Unit::Count => "count",
        Unit::Dollars => "US$",
        Unit::Ratio => "number",
        Unit::Percent => "percent",
        Unit::Seconds => "min:s",
    },
    better: "Better",
    direction: |direction| match direction {
        Direction::MoreIsBetter => "more",
        Direction::Neither => "neither way",
    },
};

pub static ZH: HelpTexts = HelpTexts {
    shortcuts: "键盘",
    shortcuts_note: "输入文字时，单键快捷键不起作用；可在设置中关闭。",
    shortcuts_are_off: "单键快捷键已在设置中关闭。",
    shortcut: |shortcut| match shortcut {
        Shortcut::Ids => "转到视频 ID 输入框",
        Shortcut::Next => "下一张卡片",
        Shortcut::Previous => "上一张卡片",
        Shortcut::Play => "在卡片上：播放视频，或将其关闭",
        Shortcut::Compare => "在卡片上：选入对比，或取消选择",
        Shortcut::Help => "打开此帮助",
    },
    space: "空格",
    search: "在表单中：查询",
    metrics: "指标",
    metrics_note: "无法得出的指标显示为“—”，而不是 0。",
    metric: "指标名称",
    formula: "含义",
    unit: "单位",
    unit_of: |unit| match unit {
        Unit::Count => "个数",
        Unit::Dollars => "美元",
        Unit::Ratio => "数值",
        Unit::Percent => "百分比",
        Unit::Seconds => "分:秒",
    },
    better: "优劣",
    direction: |direction| match direction {
        Direction::MoreIsBetter => "越高越好",
        Direction::Neither => "无优劣",
    },
};
