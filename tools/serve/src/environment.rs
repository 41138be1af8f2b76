//! The settings of `clipcart-serve`, from environment variables. They have the names that the proxies for teams use.

use clipcart_serve::{CacheTimes, DEFAULT_API, Key, KeyProblem, Limits, Options, Proxy};
use std::env;
use std::ffi::OsString;
use std::io;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

const FIRST_PORT: u16 = 8080;

/// What to serve from `dist`.
pub fn options(dist: OsString) -> io::Result<Options> {
    let mut options = Options {
        proxy: proxy()?,
        resolve: resolve()?,
        links_base: read("CLIPCART_LINKS_BASE")?,
        cache_times: cache_times()?,
        limits: limits()?,
        ..Options::new(dist)
    };
    set_path("CLIPCART_COVERS_PATH", &mut options.covers_path)?;
    set_path("CLIPCART_PRODUCTS_PATH", &mut options.products_path)?;
    Ok(options)
}

pub fn port() -> io::Result<u16> {
    let Some(text) = read("PORT")? else {
        return Ok(FIRST_PORT);
    };
    text.parse()
        .map_err(|_| invalid(format!("PORT={text} is no port number")))
}

/// The proxy, if there is a key. With an invalid key the server does not start, since without a proxy it would seem to
/// work.
fn proxy() -> io::Result<Option<Proxy>> {
    let base = read("KEYAPI_BASE")?.unwrap_or_else(|| DEFAULT_API.to_owned());
    match Key::new(&read("KEYAPI_KEY")?.unwrap_or_default()) {
        Ok(key) => Ok(Some(Proxy { base, key })),
        Err(KeyProblem::Empty) => Ok(None),
        Err(problem) => Err(invalid(format!(
            "KEYAPI_KEY cannot be used: {problem}. Copy it again, without quotes or line breaks."
        ))),
    }
}

/// Whether short links are resolved.
fn resolve() -> io::Result<bool> {
    match read("CLIPCART_RESOLVE")?.as_deref() {
        None | Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(_) => Err(invalid("CLIPCART_RESOLVE must be true or false".into())),
    }
}

/// Another path at the API for a call. An empty one or "off" switches it off.
fn set_path(name: &str, path: &mut Option<String>) -> io::Result<()> {
    if env::var_os(name).is_some() {
        *path = read(name)?.filter(|path| path != "off");
    }
    Ok(())
}

fn cache_times() -> io::Result<CacheTimes> {
    let defaults = CacheTimes::default();
    Ok(CacheTimes {
        analytics: seconds("CLIPCART_CACHE_SECONDS", defaults.analytics)?,
        covers: seconds("CLIPCART_COVERS_CACHE_SECONDS", defaults.covers)?,
        products: seconds("CLIPCART_PRODUCTS_CACHE_SECONDS", defaults.products)?,
    })
}

fn limits() -> io::Result<Limits> {
    let defaults = Limits::default();
    let daily = |name, default: Option<u32>| {
        let value = number(name, "a whole number")?;
        Ok::<_, io::Error>(value.or(default))
    };
    let per_minute = number("CLIPCART_CLIENT_PER_MINUTE", "a whole number from 1")?;
    Ok(Limits {
        per_minute: per_minute.unwrap_or(defaults.per_minute),
        daily_credits: daily("CLIPCART_DAILY", defaults.daily_credits)?,
        daily_covers: daily("CLIPCART_COVERS_DAILY", defaults.daily_covers)?,
        daily_links: daily("CLIPCART_LINKS_DAILY", defaults.daily_links)?,
    })
}

fn seconds(name: &str, default: Duration) -> io::Result<Duration> {
    let seconds: Option<NonZeroU32> = number(name, "a whole number from 1")?;
    Ok(seconds.map_or(default, |seconds| Duration::from_secs(seconds.get().into())))
}

fn number<N: FromStr>(name: &str, expected: &str) -> io::Result<Option<N>> {
    let number = read(name)?.map(|text| text.parse());
    number
        .transpose()
        .map_err(|_| invalid(format!("{name} must be {expected}")))
}

/// An environment variable, trimmed. An empty one counts as unset. Its value is not in the error message.
fn read(name: &str) -> io::Result<Option<String>> {
    match env::var(name) {
        Ok(value) => Ok(Some(value.trim().to_owned()).filter(|value| !value.is_empty())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(invalid(format!("{name} is not readable text"))),
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, message)
}
