// The desk's program, loaded when a result is first to be seen otherwise than as plain cards. scripts/stamp.mjs puts
// the glue of its wasm before this (`init` and `show`), and that one's name and sha384 in place of WASM and INTEGRITY:
// a changed program does not run. Whoever loaded this hears of it by an event, with the function or with nothing.
fetch(new URL(WASM, import.meta.url), { integrity: INTEGRITY, credentials: 'same-origin' })
  .then((answer) => {
    if (!answer.ok) throw new Error(`${WASM}: HTTP ${answer.status}`);
    return init({ module_or_path: answer });
  })
  .then(
    () => show,
    (error) => {
      console.error('The desk did not start:', error);
      return null;
    },
  )
  .then((detail) => dispatchEvent(new CustomEvent('clipcart-desk', { detail })));
