//! Downloading charts.

use super::*;

/// Records files instead of saving them.
const CATCH: &str = "
    window.caught = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { caught.push({ blob }); return make(blob); };
    HTMLAnchorElement.prototype.click = function () { caught.at(-1).name = this.download; };
";
/// The last file: its name, type and text, and the size and colors of the image.
const CAUGHT: &str = "
    const { blob, name } = caught.at(-1);
    const text = blob.type.startsWith('image/svg') ? await blob.text() : '';
    const address = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
    });
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const paint = canvas.getContext('2d');
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 4).join());
    return { name, type: blob.type, text, width: canvas.width, colours: colours.size,
             ground: data.slice(0, 4).join(), own: getComputedStyle(document.querySelector('.chart__stage')).backgroundColor };
";

async fn downloads(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let page = open(env, "scatter").await;
            until_chart(&page, "^GMV").await;
            page.run(CATCH, vec![]).await;
            let width = page
                .run(
                    "return document.querySelector('.chart svg').clientWidth",
                    vec![],
                )
                .await;
            let width = width.as_i64().unwrap();
            for (button, mime, kind, scale) in [
                ("Download SVG", "image/svg+xml", "svg", 1),
                ("Download PNG", "image/png", "png", 2),
            ] {
                page.click("button", button).await;
                page.until(button, &format!("caught.at(-1)?.name?.endsWith('.{kind}')"))
                    .await;
                let caught = page.run_async(CAUGHT, vec![]).await;
                let (name, text) = (
                    caught["name"].as_str().unwrap(),
                    caught["text"].as_str().unwrap(),
                );
                assert!(name.starts_with("clipcart-scatter-20"), "{name}");
                assert_eq!(caught["type"], mime);
                assert_eq!(caught["width"], (width + 32) * scale);
                assert!(
                    caught["colours"].as_u64().unwrap() > 8,
                    "{} colours",
                    caught["colours"]
                );
                assert_eq!(caught["own"], "rgb(255, 255, 255)");
                assert_eq!(caught["ground"], "255,255,255,255");
                if kind == "svg" {
                    for part in [
                        "<title>GMV (est.) vs. views</title>",
                        "font-family",
                        "stroke-linecap=\"round\"",
                        "rgb(",
                    ] {
                        assert!(text.contains(part), "{part} in {text}");
                    }
                    assert!(!text.contains("class=") && !text.contains("var("), "{text}");
                }
            }
        })
        .await;
}

#[tokio::test]
async fn are_saved_in_chromium() {
    downloads(Browser::Chromium).await;
}

#[tokio::test]
async fn are_saved_in_firefox() {
    downloads(Browser::Firefox).await;
}

#[tokio::test]
async fn are_saved_in_webkit() {
    downloads(Browser::WebKit).await;
}
