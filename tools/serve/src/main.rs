//! `clipcart-serve [dist]`: serves a build on this machine and says where to open it.
//!
//! Binds 127.0.0.1 only: the proxy must not be reachable from elsewhere.

mod environment;

use clipcart_serve::{Options, Running, serve};
use std::env;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

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
    let options = environment::options(dist)?;
    let with_key = options.proxy.is_some();
    let running = start(options, environment::port()?).await?;
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

fn banner(running: &Running, with_key: bool) {
    let url = running.url();
    println!();
    if with_key {
        println!("  ClipCart is ready:  {url}");
        println!();
        println!("  Requests go through this local proxy, which adds your key. Each one costs a");
        println!("  credit, unless the proxy has the response in its cache.");
    } else {
        println!("  ClipCart is ready:  {url}?sample=1");
        println!();
        println!("  It answers from sample data until you give a key: in Settings,");
        println!("  or start it with KEYAPI_KEY=your-key make run");
    }
    println!("  Press Ctrl+C to stop.");
}
