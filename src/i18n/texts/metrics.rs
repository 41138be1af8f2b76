//! What is said of a metric.

/// The name of a metric, and how it is calculated.
pub struct MetricText {
    pub name: &'static str,
    pub formula: &'static str,
}
