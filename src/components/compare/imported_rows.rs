//! A row for each column of the user's own file.

use leptos::prelude::*;

use super::selection::Selection;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

#[component]
pub fn ImportedRows(selection: Memo<Selection>) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    move || {
        let rows = analysis.rows.get()?;
        let imported = rows.imported();
        let videos = selection.with(|selection| selection.videos.clone());
        let row = |(index, column)| {
            let values = videos.iter().map(|video| {
                let value = imported.value(rows.videos()[*video].id, index);
                view! { <td dir="auto">{value.unwrap_or("—").to_owned()}</td> }
            });
            view! {
                <tr>
                    <th scope="row" dir="auto">
                        {t.table.column_name(column, imported)}
                    </th>
                    {values.collect_view()}
                </tr>
            }
        };
        let columns = Column::imported(imported).enumerate();
        Some(columns.map(row).collect_view())
    }
}
