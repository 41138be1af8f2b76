// The script of the export worker. scripts/postbuild.mjs puts the wasm-bindgen glue before it (`init` and `build_file`)
// and replaces WASM and INTEGRITY by the name and the sha384 of the wasm, so that a changed file does not run.
//
// It receives [request, bodies]: an ExportRequest in JSON, and the response bodies. It posts WorkerMessages in JSON
// (src/platform/worker.rs), and at the end the file itself: a Uint8Array, transferred.

/** How long the wasm may take, in milliseconds: as long as a request to the API. */
const TIMEOUT = 30_000;

const post = (message) => postMessage(JSON.stringify(message));

addEventListener('message', async ({ data: [request, bodies] }) => {
  try {
    await init({ module_or_path: await fetch(WASM, { integrity: INTEGRITY, signal: AbortSignal.timeout(TIMEOUT) }) });
  } catch {
    post('notLoaded');
    return;
  }
  try {
    const file = build_file(request, bodies, (percent) => post({ progress: percent }));
    postMessage(file, [file.buffer]);
  } catch (error) {
    post({ failed: String(error) });
  }
});
