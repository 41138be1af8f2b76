// The script of the worker that makes and reads files. scripts/postbuild.mjs puts the wasm-bindgen glue before it (`init`,
// `build_file` and `read_file`) and replaces WASM and INTEGRITY by the name and the sha384 of the wasm, so that a changed
// file does not run.
//
// It receives [request, bodies]: an ExportRequest in JSON, and the response bodies; or [request, file]: a ReadRequest in
// JSON, and the user's File. It posts WorkerMessages in JSON (src/platform/worker.rs), and at the end the result itself: a
// Uint8Array, transferred. It is the file that was built, or what the file has, in JSON.

/** How long the wasm may take, in milliseconds: as long as a request to the API. */
const TIMEOUT = 30_000;

const post = (message) => postMessage(JSON.stringify(message));

addEventListener('message', async ({ data: [request, input] }) => {
  try {
    await init({ module_or_path: await fetch(WASM, { integrity: INTEGRITY, signal: AbortSignal.timeout(TIMEOUT) }) });
  } catch {
    post('notLoaded');
    return;
  }
  try {
    const result =
      input instanceof File
        ? read_file(request, new Uint8Array(await input.arrayBuffer()))
        : build_file(request, input, (percent) => post({ progress: percent }));
    postMessage(result, [result.buffer]);
  } catch (error) {
    post({ failed: String(error) });
  }
});
