//! Runs the commands of `docs/hosting.md` in a temporary folder, with the fake API in place of KeyAPI. Lists the commands
//! that need more than this machine.
//!
//! `scripts/test.sh` runs it on the output of `make dist`. It needs bash, curl, git, htpasswd, nginx and openssl.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "hosting"]
mod docs {
    mod guide;
    mod place;

    mod commands;
    mod compose;
    mod settings;
}
