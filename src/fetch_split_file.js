// The loader that wasm-split-cli writes fetches each file by the name that the file had then. The build appends this to
// the loader, whose `fetch` it becomes, and FILES, which has the published name and the sha384 of each.

/* global FILES -- by name: put in by scripts/postbuild.mjs */

/** How long a file may take, in milliseconds: as long as a request to the API. */
const TIMEOUT = 30_000;

/** Files that could not be loaded. The next time they are fetched past the cache, which may hold a wrong copy. */
const failed = new Set();

async function fetch(url) {
  const { name, integrity } = FILES[url.pathname.split('/').pop()];
  const cache = failed.has(name) ? 'reload' : 'default';
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await globalThis.fetch(new URL(name, url), { integrity, cache, signal, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    // The loader compiles while it receives, which browsers do for this type only, and some hosts do not send it.
    return new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } });
  } catch (error) {
    failed.add(name);
    throw error;
  }
}
