//! Moves the mouse to a position and clicks there.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

use super::page::Page;

impl Page {
    /// Moves the mouse to a position in the window, in CSS pixels.
    pub async fn point_at(&self, x: i64, y: i64) {
        let there = PointerAction::MoveTo {
            duration: None,
            x: x as f64,
            y: y as f64,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(there);
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Clicks where the mouse is.
    pub async fn click_here(&self) {
        const BUTTON: u64 = MOUSE_BUTTON_LEFT;
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::Down { button: BUTTON })
            .then(PointerAction::Up { button: BUTTON });
        self.client.perform_actions(mouse).await.unwrap();
    }
}
