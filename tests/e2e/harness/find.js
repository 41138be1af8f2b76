// Beside the library, so that both run in one world: Firefox gives every script a sandbox of its own.
window.findForTests = (scope, role, name, pattern) => {
  const library = globalThis.TestingLibraryDom ?? window.TestingLibraryDom;
  const inside = scope ?? document.body;
  if (name === null) return library.queryAllByRole(inside, role);
  return library.queryAllByRole(inside, role, { name: pattern ? new RegExp(name, "u") : name });
};
