//! Finds elements as a person or a screen reader does, by role and accessible name, and waits for
//! them.

use super::locator::Locator;
use super::page::Page;
use super::search::{RoleQuery, all, one};
use super::wait::{eventually, eventually_some};

impl Page {
    /// Waits for the only element of this role and name.
    pub async fn role(&self, role: &str, name: &str) -> Locator<'_> {
        one(self, None, RoleQuery::named(role, name)).await
    }

    /// The same with a regular expression for the name.
    pub async fn role_like(&self, role: &str, pattern: &str) -> Locator<'_> {
        one(self, None, RoleQuery::like(role, pattern)).await
    }

    /// The elements of this role, without waiting.
    pub async fn all_role(&self, role: &str) -> Vec<Locator<'_>> {
        all(self, None, RoleQuery::any(role)).await
    }

    /// The elements of this role and name, without waiting.
    pub async fn all_named(&self, role: &str, name: &str) -> Vec<Locator<'_>> {
        all(self, None, RoleQuery::named(role, name)).await
    }

    /// The elements of this role whose name matches a regular expression, without waiting.
    pub async fn all_like(&self, role: &str, pattern: &str) -> Vec<Locator<'_>> {
        all(self, None, RoleQuery::like(role, pattern)).await
    }

    /// Waits until nothing has this role and name.
    pub async fn until_gone(&self, role: &str, name: &str) {
        eventually(&format!("{role} {name:?} to go"), async || {
            self.all_named(role, name).await.is_empty()
        })
        .await;
    }

    /// Waits for the element of this role and name and clicks it.
    pub async fn click(&self, role: &str, name: &str) {
        self.role(role, name).await.click().await;
    }

    /// Waits for an alert and returns its text; several texts are joined by line breaks.
    pub async fn alert_text(&self) -> String {
        eventually_some("an alert", async || {
            let mut texts = Vec::new();
            for alert in self.all_role("alert").await {
                texts.push(alert.text_now().await?);
            }
            texts.retain(|text| !text.trim().is_empty());
            (!texts.is_empty()).then(|| texts.join("\n"))
        })
        .await
    }

    /// Waits until an alert contains `part`.
    pub async fn until_alert(&self, part: &str) {
        eventually(&format!("an alert that says {part:?}"), async || {
            self.alert_text().await.contains(part)
        })
        .await;
    }
}
