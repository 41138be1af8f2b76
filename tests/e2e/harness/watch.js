// Runs before everything else of the page and writes down what nobody may see go wrong.
(() => {
  const seen = [];
  Object.defineProperty(window, "watchedProblems", { value: seen });
  const text = (value) => (value instanceof Error ? `${value.message}\n${value.stack}` : String(value));
  const said = [];
  Object.defineProperty(window, "watchedLines", { value: said });
  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const original = console[level].bind(console);
    console[level] = (...values) => {
      const line = `console.${level}: ${values.map(text).join(" ")}`;
      said.push(line);
      if (level === "error" || level === "warn") seen.push(line);
      original(...values);
    };
  }
  addEventListener("error", (event) => {
    // A picture or clip that cannot be had is no error of the page.
    if (event instanceof ErrorEvent) seen.push(`uncaught: ${text(event.error ?? event.message)}`);
  });
  addEventListener("unhandledrejection", (event) => seen.push(`unhandled: ${text(event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    seen.push(`policy: ${event.violatedDirective} refused ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`),
  );
})();
