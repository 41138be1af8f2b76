//! Help.

use super::shell::SHELL;
use crate::domain::metrics::{Direction, Unit};
use crate::domain::shortcut::Shortcut;
use crate::i18n::texts::help::HelpTexts;

pub const HELP: HelpTexts = HelpTexts {
    title: SHELL.help,
    shortcuts: "键盘快捷键",
    shortcuts_note: "输入文字时，单键快捷键不起作用；可在设置中关闭。",
    shortcuts_are_off: "单键快捷键已在设置中关闭。",
    shortcut: |shortcut| match shortcut {
        Shortcut::Ids => "转到视频 ID 输入框",
        Shortcut::Next => "下一张卡片",
        Shortcut::Previous => "上一张卡片",
        Shortcut::Play => "在卡片上：播放视频，或关闭播放器",
        Shortcut::Compare => "在卡片上：选入对比，或取消选择",
        Shortcut::Help => "打开此帮助",
    },
    space: "空格",
    search: "在表单中：查询",

    metrics: "指标",
    metrics_note: "无法计算的指标显示为“—”，而不是 0。",
    metric: "指标名称",
    formula: "含义",
    unit: "单位",
    unit_name: |unit| match unit {
        Unit::Count => "个数",
        Unit::Dollars => "美元",
        Unit::Ratio => "数值",
        Unit::Percent => "百分比",
        Unit::Seconds => "分秒",
    },
    higher_is_better: "越高越好",
    direction: |direction| match direction {
        Direction::MoreIsBetter => "是",
        Direction::Neither => "不适用",
    },
};
