//! The calls beside the one for videos: whether the deployment has them, and where. Their paths at KeyAPI are not
//! documented, so each is a setting.

use super::source::{Mode, Source};

/// One of the calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Companion {
    /// Signs the addresses of covers.
    Covers,
    /// Names products.
    Products,
    /// Resolves short links.
    Links,
}

/// The paths of the calls in `config.json`: `None` if a field is missing, empty if the call is off.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CompanionPaths {
    covers: Option<String>,
    products: Option<String>,
    links: Option<String>,
}

impl CompanionPaths {
    /// Checks the fields of `config.json`.
    ///
    /// # Errors
    /// A field that is not a path.
    pub(super) fn new(
        covers: Option<String>,
        products: Option<String>,
        links: Option<String>,
    ) -> Result<Self, String> {
        let fields = [
            ("covers", &covers),
            ("products", &products),
            ("links", &links),
        ];
        for (name, path) in fields {
            if !path.as_deref().is_none_or(is_path) {
                return Err(format!("`{name}` must be \"\" or a path such as \"/path\""));
            }
        }
        Ok(Self {
            covers,
            products,
            links,
        })
    }

    /// The URL of a call without its parameter; `None` if the call is off. `is_source_fixed` says whether the deployment
    /// sets the data source. Otherwise `links` is a path of the page's own origin, as it is in direct mode. Proxies resolve
    /// links, which costs nothing, unless the deployment says that its own does not.
    pub(super) fn url(
        &self,
        companion: Companion,
        source: &Source,
        is_source_fixed: bool,
    ) -> Option<String> {
        let is_proxy = source.mode() == Mode::Proxy;
        let (path, at_keyapi, at_proxy) = match companion {
            Companion::Covers => (&self.covers, "/v1/tiktok/covers/batch/download", ""),
            Companion::Products => (&self.products, "/v1/tiktok/product/detail/analytics", ""),
            // KeyAPI has no such call, and a page cannot resolve links by itself.
            Companion::Links => (&self.links, "", "/resolve"),
        };
        let default = if is_proxy { at_proxy } else { at_keyapi };
        let is_of_page =
            companion == Companion::Links && path.is_some() && !(is_proxy && is_source_fixed);
        match path.as_deref().unwrap_or(default) {
            "" => None,
            path if is_of_page => Some(path.to_owned()),
            path => Some(format!("{}{path}", source.base())),
        }
    }
}

/// Whether a text is empty or a path of one origin.
fn is_path(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'\\');
    text.is_empty()
        || (text.starts_with('/') && !text.starts_with("//") && text.bytes().all(is_plain))
}
