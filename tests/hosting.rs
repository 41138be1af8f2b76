//! `docs/hosting.md`, run: the commands that need nothing but this machine, as they stand there, in a folder of their own,
//! with the fake API in KeyAPI's place. What can't be run here is listed.
//!
//! `scripts/test.sh` runs it on what `make dist` left. It needs bash, curl, git, htpasswd, nginx and openssl.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "hosting"]
mod docs {
    mod guide;
    mod place;

    mod commands;
    mod settings;
}
