//! `clipcart-serve [dist]`: serves a build on this machine and says where to open it.
//!
//! Reads PORT, KEYAPI_KEY and KEYAPI_BASE, and for the calls beside the one for videos CLIPCART_COVERS_PATH,
//! CLIPCART_PRODUCTS_PATH, CLIPCART_RESOLVE and CLIPCART_LINKS_BASE, as the proxies for teams do. Binds 127.0.0.1 only: the
//! proxy must not be reachable from elsewhere.

use clipcart_serve::{DEFAULT_API, Key, KeyProblem, Options, Proxy, Running, serve};
use std::env;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

const FIRST_PORT: u16 = 8080;
/// How many ports after the first are tried when it is taken.
const MORE_PORTS: u16 = 20;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("clipcart-serve: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> io::Result<()> {
    let dist = env::args_os().nth(1).unwrap_or_else(|| "dist".into());
    let proxy = proxy()?;
    let with_key = proxy.is_some();
    let mut options = Options {
        proxy,
        resolve: resolve()?,
        links_base: read("CLIPCART_LINKS_BASE")?,
        ..Options::new(dist)
    };
    set_path("CLIPCART_COVERS_PATH", &mut options.covers_path)?;
    set_path("CLIPCART_PRODUCTS_PATH", &mut options.products_path)?;
    let running = start(options, port()?).await?;
    banner(&running, with_key);
    tokio::signal::ctrl_c().await?;
    println!("\nStopped.");
    running.stop().await;
    Ok(())
}

/// The first free port, so that it starts beside another program or a second copy.
async fn start(options: Options, first: u16) -> io::Result<Running> {
    let mut port = first;
    loop {
        match serve(
            options.clone(),
            SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        )
        .await
        {
            Err(taken)
                if taken.kind() == io::ErrorKind::AddrInUse
                    && port < first.saturating_add(MORE_PORTS) =>
            {
                port += 1
            }
            other => return other,
        }
    }
}

fn port() -> io::Result<u16> {
    let Some(text) = read("PORT")? else {
        return Ok(FIRST_PORT);
    };
    text.parse().map_err(|_| {
        io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("PORT={text} is no port number"),
        )
    })
}

/// Whether short links are resolved.
fn resolve() -> io::Result<bool> {
    match read("CLIPCART_RESOLVE")?.as_deref() {
        None | Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(_) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "CLIPCART_RESOLVE must be true or false",
        )),
    }
}

/// Another path at the API for a call. An empty one or "off" switches it off.
fn set_path(name: &str, path: &mut Option<String>) -> io::Result<()> {
    if env::var_os(name).is_some() {
        *path = read(name)?.filter(|path| path != "off");
    }
    Ok(())
}

/// The proxy, if there is a key. With an invalid key the server does not start, since without a proxy it would seem to
/// work.
fn proxy() -> io::Result<Option<Proxy>> {
    let base = read("KEYAPI_BASE")?.unwrap_or_else(|| DEFAULT_API.to_owned());
    match Key::new(&read("KEYAPI_KEY")?.unwrap_or_default()) {
        Ok(key) => Ok(Some(Proxy { base, key })),
        Err(KeyProblem::Empty) => Ok(None),
        Err(problem) => {
            let message = format!(
                "KEYAPI_KEY cannot be used: {problem}. Copy it again, without quotes or line breaks."
            );
            Err(io::Error::new(io::ErrorKind::InvalidInput, message))
        }
    }
}

/// An environment variable, trimmed. An empty one counts as unset. Its value is not in the error message.
fn read(name: &str) -> io::Result<Option<String>> {
    match env::var(name) {
        Ok(value) => Ok(Some(value.trim().to_owned()).filter(|value| !value.is_empty())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{name} is not readable text"),
        )),
    }
}

fn banner(running: &Running, with_key: bool) {
    let url = running.url();
    println!();
    if with_key {
        println!("  ClipCart is ready:  {url}");
        println!();
        println!(
            "  Requests go through this local proxy, which adds your key. Each one costs a credit."
        );
    } else {
        println!("  ClipCart is ready:  {url}?sample=1");
        println!();
        println!("  It answers from sample data until you give a key: in Settings,");
        println!("  or start it with KEYAPI_KEY=your-key make run");
    }
    println!("  Press Ctrl+C to stop.");
}
