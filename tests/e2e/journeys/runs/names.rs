//! The English names of a run's parts on the page: all of them, so that a change is made here only.

/// The region before anything is spent.
pub const PLAN: &str = "Search plan";
/// The field for the most credits that the run may cost.
pub const CREDIT_LIMIT: &str = "Credit limit";
/// A choice in the plan, if some answers are saved.
pub const USE_SAVED: &str = "^Use saved data";
/// With the price.
pub const START: &str = r"^Start\b";

pub const PROGRESS: &str = "Search progress";
pub const PAUSE: &str = "Pause";
pub const STOP: &str = "Stop";
/// After a pause, a stop and a visit that ended early.
pub const GO_ON: &str = r"^(Resume|Continue|Go on)\b";
/// A run that an earlier visit did not finish.
pub const UNFINISHED: &str = "Unfinished search";

/// With the price.
pub const RETRY_FAILED: &str = r"^Retry failed \(≤ \d+ credits?\)$";
/// A notice's heading.
pub const FAILED: &str = "Failed requests";
pub const COPY_IDS: &str = "Copy IDs";
/// Of one group whose page is full.
pub const LOAD_REST: &str = "^Load the rest";

pub const OTHER_TAB: &str = "This search is running in another tab";
/// In a notice, in lower case.
pub const NOT_SAVED: &str = "not saved on this computer";

/// What the plan says.
pub fn least(ids: usize, requests: usize) -> [String; 2] {
    [
        format!("{ids} IDs"),
        format!("at least {requests} requests"),
    ]
}

/// What the plan says of saved answers.
pub fn saved_of(saved: usize, all: usize) -> String {
    format!("{saved} of {all}")
}

/// What the progress says.
pub fn done_of(done: usize, all: usize) -> String {
    format!("{done} of {all} IDs")
}

/// What the notice about ids without data says.
pub fn without_data(count: usize) -> String {
    let ids = if count == 1 { "ID" } else { "IDs" };
    format!("No data returned for {count} {ids}")
}
