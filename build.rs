//! The build splits the page's wasm (scripts/postbuild.mjs). For that the linker has to keep the relocations.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_split = env::var_os("CARGO_FEATURE_CODE_SPLITTING").is_some();
    if is_split && env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-bin=clipcart=--emit-relocs");
    }
}
