//! The user's file with ids.

use crate::domain::imports::file::FileProblem;
use crate::i18n::texts::files::FileTexts;

pub const FILES: FileTexts = FileTexts {
    open: "打开文件…",
    drop: "将 TXT、CSV、TSV 或 Excel 文件拖放到此处",
    reading: |name| format!("正在读取 {name}…"),
    read: |name, rows| format!("{name} · {rows} 行"),
    ids_from: |column| format!("ID 来自“{column}”列"),
    which_column: "ID 所在的列",
    which_sheet: "工作表",
    also: |columns| format!("其他列：{columns}"),
    earlier_columns: |columns| format!("您文件中的列：{columns}"),
    remove: "移除",
    problem: |problem| match problem {
        FileProblem::TooLarge => "文件超过 20 MB。请拆分文件，或直接粘贴 ID。",
        FileProblem::TooManyRows => "文件超过 10 万行。请拆分文件，或直接粘贴 ID。",
        FileProblem::Encrypted => "文件有密码保护。请取消密码后保存，再重新打开。",
        FileProblem::Unreadable => {
            "无法读取文件：文件已损坏，或不是表格。请另存为 XLSX 或 CSV，再重新打开。"
        }
        FileProblem::NoIds => "文件中未找到视频 ID 或 TikTok 链接。",
    },
    not_loaded: "读取文件的组件未能加载，或与发布的版本不一致。请重试；若仍无效，请重新加载页面，或直接粘贴 ID。",
    unnamed_column: "列",
};
