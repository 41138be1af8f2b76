//! The desk's texts: views, table, filter, summary, comparison.

/// Of one language.
pub struct DeskTexts {
    pub view: &'static str,
    pub cards: &'static str,
    pub table: &'static str,
    pub charts: &'static str,
    pub compare: &'static str,
}

pub static EN: DeskTexts = DeskTexts {
    view: "View",
    cards: "Cards",
    table: "Table",
    charts: "Charts",
    compare: "Compare",
};

pub static ZH: DeskTexts = DeskTexts {
    view: "视图",
    cards: "卡片",
    table: "表格",
    charts: "图表",
    compare: "对比",
};
