//! Searches for many videos: plans, and runs through random answers, errors, pauses and crashes.

#[path = "runs/plan.rs"]
mod plan;
#[path = "runs/record.rs"]
mod record;
#[path = "runs/run.rs"]
mod run;
#[path = "runs/simulation.rs"]
mod simulation;
