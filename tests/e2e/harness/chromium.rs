//! What only Chromium can emulate: viewport, color scheme, reduced motion, network, permissions.

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// Sets the viewport in CSS pixels. Other browsers get a window of that size.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.browser.is_chromium() {
            let size =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.cdp("Emulation.setDeviceMetricsOverride", size).await;
        } else {
            self.client.set_window_size(width, height).await.unwrap();
        }
    }

    /// `prefers-color-scheme` and `prefers-reduced-motion`.
    pub async fn prefer(&self, scheme: &str, reduced_motion: bool) {
        let motion = if reduced_motion {
            "reduce"
        } else {
            "no-preference"
        };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features}))
            .await;
    }

    /// Switches to print media, or back to the screen.
    pub async fn print_media(&self, on: bool) {
        let media = if on { "print" } else { "" };
        self.cdp("Emulation.setEmulatedMedia", json!({"media": media}))
            .await;
    }

    pub async fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.cdp("Network.emulateNetworkConditions", conditions)
            .await;
    }

    /// Lets the page write to the clipboard and the test read it.
    pub async fn allow_clipboard(&self) {
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.cdp("Browser.grantPermissions", permissions).await;
    }

    /// The text in the clipboard.
    pub async fn clipboard(&self) -> String {
        let text = self
            .run_async("return await navigator.clipboard.readText()", vec![])
            .await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Shortens long time limits in the documents opened from now on: more than five seconds become a
    /// twentieth of that.
    pub async fn hurry(&self) {
        // In a block: a constant of the document's own scope would hide the new `setTimeout`.
        let script = "{
            const shorter = (wait) => wait > 5000 ? wait / 20 : wait;
            const { setTimeout } = window;
            window.setTimeout = (task, wait = 0, ...more) => setTimeout(task, shorter(wait), ...more);
            const { timeout } = AbortSignal;
            AbortSignal.timeout = (wait) => timeout.call(AbortSignal, shorter(wait));
        }";
        self.before_load(script).await;
    }

    /// Runs this script in the documents opened in this tab from now on, before all of theirs.
    pub async fn before_load(&self, script: &str) {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": script}),
        )
        .await;
    }

    /// Sets the clock of the documents opened in this tab from now on so many seconds ahead.
    pub async fn set_clock_ahead(&self, seconds: u64) {
        let script = "{
            const ahead = SECONDS * 1000;
            const { Date } = window;
            window.Date = class extends Date {
                constructor(...given) { given.length ? super(...given) : super(Date.now() + ahead); }
                static now() { return Date.now() + ahead; }
            };
        }";
        self.before_load(&script.replace("SECONDS", &seconds.to_string()))
            .await;
    }

    /// Limits what the site may store, in bytes.
    pub async fn limit_storage(&self, bytes: u64) {
        let quota = json!({"origin": self.origin(), "quotaSize": bytes});
        self.cdp("Storage.overrideQuotaForOrigin", quota).await;
    }

    /// The cumulative layout shift so far.
    pub async fn layout_shift(&self) -> f64 {
        // After two frames, what was not reported to the observer is in its records.
        let body = "
            let sum = 0;
            const add = (entries) => {
                for (const { hadRecentInput, value } of entries) if (!hadRecentInput) sum += value;
            };
            const observer = new PerformanceObserver((list) => add(list.getEntries()));
            observer.observe({ type: 'layout-shift', buffered: true });
            const frame = () => new Promise(requestAnimationFrame);
            await frame();
            await frame();
            add(observer.takeRecords());
            observer.disconnect();
            return sum;";
        self.run_async(body, vec![])
            .await
            .as_f64()
            .unwrap_or_default()
    }

    /// By how many CSS pixels the page overflows sideways, and which elements do; `null` if none.
    pub async fn sideways(&self) -> Value {
        let script = "
            const width = document.documentElement.clientWidth;
            const over = document.documentElement.scrollWidth - width;
            if (over <= 0) return null;
            const wide = [...document.body.querySelectorAll('*')]
                .filter((it) => it.getBoundingClientRect().right > width + 0.5)
                .map((it) => `${it.tagName}.${it.className}`);
            return { over, wide: wide.slice(0, 10) };";
        self.run(script, vec![]).await
    }
}
