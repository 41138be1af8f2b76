// The worker that makes files. scripts/stamp.mjs puts the glue of its program before this (`init` and `make`), and the
// name and the sha384 of the program in place of WASM and INTEGRITY: a changed program does not run.
//
// It is told one job, as a text, with the answers' bodies. It says numbers while it works (of a hundred), then the
// file's bytes; or a text, which is what went wrong; or null, when the program isn't there as it was published.
addEventListener('message', async ({ data: [job, bodies] }) => {
  let loaded = false;
  try {
    await init({ module_or_path: await fetch(WASM, { integrity: INTEGRITY }) });
    loaded = true;
    const file = make(job, bodies, (percent) => postMessage(percent));
    postMessage(file, [file.buffer]);
  } catch (error) {
    postMessage(loaded ? String(error) : null);
  }
});
