//! The files that a result can become. Only the worker (`bin/export.rs`) has this code in its wasm.
//!
//! Owns: reading the answer once more, and each format. Refuses: the page; what the columns are, which is
//! `domain::export::table`'s.

mod csv;
mod json;
mod xlsx;

use crate::api::wire::{self, DataSource};
use crate::domain::export::request::{ExportRequest, Format};
use crate::domain::export::table::ExportTable;
use crate::domain::rows::ResultRows;

/// Hears how many of a hundred parts are done.
pub type Progress<'a> = &'a mut dyn FnMut(u32);

/// Makes the file of some answers' bodies, pages of one query in their order.
///
/// # Errors
/// In English, for whoever looks into it: the job is none, the answer can't be read, or what was asked
/// for is not in it.
pub fn make(job: &str, bodies: &[String], progress: Progress) -> Result<Vec<u8>, String> {
    let job: ExportRequest = job.parse().map_err(|_| "the job can't be read")?;
    let data_source = match job.sample {
        true => DataSource::Sample,
        false => DataSource::Api,
    };
    let mut videos = Vec::new();
    for body in bodies {
        let answer = wire::read(200, None, body, data_source);
        let answer = answer.map_err(|error| format!("an answer can't be read: {error}"))?;
        videos.extend(answer.videos);
    }
    let rows = ResultRows::in_query_order(videos, &job.query.ids, job.at);
    if job.order.iter().any(|row| *row as usize >= rows.len()) {
        return Err("a row that the answer doesn't have".to_owned());
    }
    let table = ExportTable {
        rows: &rows,
        order: &job.order,
        sample: job.sample,
    };
    match job.format {
        Format::Csv => Ok(csv::write(&table, job.bom, job.guard, progress)),
        Format::Json => Ok(json::write(&table, &job.query, progress)),
        Format::Xlsx => {
            xlsx::write(&table, &job.query, progress).map_err(|error| error.to_string())
        }
    }
}

/// ResultRows between two words about progress.
const STRIDE: usize = 200;

/// Tells how far it is at the row of this place, up to `most` of a hundred.
fn tell(progress: &mut dyn FnMut(u32), place: usize, table: &ExportTable, most: usize) {
    if place.is_multiple_of(STRIDE) {
        progress((place * most / table.order.len()) as u32);
    }
}
