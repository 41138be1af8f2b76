// Defined beside the library, so that both are in one scope: Firefox gives every script a sandbox.
window.findForTests = (scope, role, name, pattern) => {
  const library = globalThis.TestingLibraryDom ?? window.TestingLibraryDom;
  const container = scope ?? document.body;
  if (name === null) return library.queryAllByRole(container, role);
  return library.queryAllByRole(container, role, { name: pattern ? new RegExp(name, "u") : name });
};
