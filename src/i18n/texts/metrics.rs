//! What is said of a metric.

/// The name of a metric, how it is calculated, and what it counts.
pub struct MetricText {
    pub name: &'static str,
    pub formula: &'static str,
    /// What follows the exact value 1, and what follows other exact values: "view", "views". Empty where the number is
    /// written with its unit, as money, percentages and lengths are.
    pub unit: [&'static str; 2],
}
