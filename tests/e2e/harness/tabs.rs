//! Several tabs of one session, which share what the browser stores. Commands go to the current tab.

use fantoccini::wd::WindowHandle;

use super::page::Page;

/// A tab of a [`Page`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Page {
    /// The current tab.
    pub async fn tab(&self) -> Tab {
        Tab(self.client.window().await.unwrap())
    }

    /// Opens a path of the site in a new tab, which becomes the current one.
    pub async fn new_tab(&self, address: &str) -> Tab {
        let opened = self.client.new_window(true).await.unwrap();
        let tab = Tab(opened.handle);
        self.switch_to(&tab).await;
        self.resize(1280, 900).await;
        self.goto(address).await;
        tab
    }

    /// Makes a tab the current one.
    pub async fn switch_to(&self, tab: &Tab) {
        self.collect_problems().await;
        let switched = self.client.switch_to_window(tab.0.clone()).await;
        switched.expect("a tab that is open");
    }

    /// Closes the current tab. Another one becomes the current one.
    pub async fn close_tab(&self, next: &Tab) {
        self.collect_problems().await;
        self.client.close_window().await.unwrap();
        let switched = self.client.switch_to_window(next.0.clone()).await;
        switched.expect("a tab that is open");
    }
}
