//! Reports how much of a file is done.

/// Called with the percentage that is done.
pub type Progress<'a> = &'a mut dyn FnMut(u32);

/// Rows between two reports.
const INTERVAL: usize = 200;

/// Reports that `index` of `rows` are written. Writing all rows is `share` percent of the work.
pub fn report(progress: Progress, index: usize, rows: usize, share: usize) {
    if index.is_multiple_of(INTERVAL) {
        progress((index * share / rows) as u32);
    }
}
