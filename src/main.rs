//! Starts the page.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        clipcart::platform::page::report_panic(&panic.to_string());
    }));
    clipcart::app::start();
}
