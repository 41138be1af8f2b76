//! Texts of the comparison and of selecting for it.

pub struct CompareTexts {
    pub products: &'static str,
    pub selected_count: fn(count: usize) -> String,
    pub selection_full: &'static str,
    pub none_selected: &'static str,
    pub none_selected_advice: &'static str,
    pub not_in_results: fn(count: usize) -> String,
    pub title: &'static str,
    pub metric: &'static str,
    pub baseline: &'static str,
    pub set_baseline: &'static str,
    pub remove: &'static str,
    pub best: &'static str,
    pub value_per_product: &'static str,
}
