//! Files with video ids: their tables, the column with the ids, the columns beside it, and properties of any bytes.
#![cfg(not(target_arch = "wasm32"))]

#[path = "imports/bytes.rs"]
mod bytes;
#[path = "imports/columns.rs"]
mod columns;
#[path = "imports/given.rs"]
mod given;
#[path = "imports/tables.rs"]
mod tables;
#[path = "imports/workbooks.rs"]
mod workbooks;
