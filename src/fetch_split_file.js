// The loader that wasm-split-cli writes fetches each file by the name that the file had then. The build appends this to
// the loader, whose `fetch` it becomes, and FILES, which has the published name and the sha384 of each.

/* global FILES -- by name: put in by scripts/postbuild.mjs */
function fetch(url) {
  const { name, integrity } = FILES[url.pathname.split('/').pop()];
  return globalThis.fetch(new URL(name, url), { integrity, credentials: 'same-origin' });
}
