//! The export dialog.

use crate::i18n::texts::export::ExportTexts;

pub const EXPORT: ExportTexts = ExportTexts {
    export: "Export",
    title: "Export results",
    note: "Created in your browser, free of charge. A row is a video with one of its products.",
    format: "Format",
    xlsx: "Excel (XLSX)",
    xlsx_note: "Native dates and currency, IDs as text, no formulas.",
    csv: "CSV",
    csv_note: "For any program. Spreadsheets round the IDs, unless you import them as text.",
    json: "JSON",
    json_note: "For programs, with the unit of each number.",
    raw: "Raw response",
    raw_note: "The API's JSON, unchanged, with every row. Several responses are a list.",
    rows: "Rows",
    all_rows: |count| format!("All ({count})"),
    current_view: |count| format!("Current view ({count})"),
    selected_videos: |count| format!("Selected videos ({count})"),
    captions: "Captions in CSV",
    captions_safe: "Safe: an apostrophe keeps them from running as formulas",
    captions_unchanged: "Unchanged: a caption that begins with = can run as a formula in a spreadsheet",
    bom: "Mark the file as UTF-8 (BOM), for Excel",
    download: "Download",
    copy: "Copy as table",
    copied: "Table copied. Format the ID columns as text before you paste it into a spreadsheet.",
    not_copied: "The browser doesn't allow copying here. Download a CSV instead.",
    creating: "Creating the file",
    saved: "The file is in your downloads.",
    cancelled: "Cancelled. No file was created.",
    not_loaded: "The part of ClipCart that creates files could not be loaded, or differs from the published version. \
                 Try again; if that doesn't help, reload the page. The raw response can be downloaded without it.",
    not_created: "The file could not be created. Try fewer rows or CSV, or download the raw response.",
};
