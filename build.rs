//! The build splits the page's wasm (scripts/postbuild.mjs). For that the linker has to keep the relocations.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-bin=clipcart=--emit-relocs");
    }
}
