// Runs before all other scripts of the page. Records problems that no user would see, console lines, and key presses.
(() => {
  const problems = [];
  const lines = [];
  const keys = [];
  Object.defineProperty(window, "watchedProblems", { value: problems });
  Object.defineProperty(window, "watchedLines", { value: lines });
  Object.defineProperty(window, "watchedKeys", { value: keys });
  const text = (value) => (value instanceof Error ? `${value.message}\n${value.stack}` : String(value));
  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const original = console[level].bind(console);
    console[level] = (...values) => {
      const line = `console.${level}: ${values.map(text).join(" ")}`;
      lines.push(line);
      if (level === "error" || level === "warn") problems.push(line);
      original(...values);
    };
  }
  addEventListener("error", (event) => {
    // An image or clip that fails to load is no error of the page.
    if (event instanceof ErrorEvent) problems.push(`uncaught: ${text(event.error ?? event.message)}`);
  });
  addEventListener("unhandledrejection", (event) => problems.push(`unhandled: ${text(event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    problems.push(`policy: ${event.violatedDirective} refused ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`),
  );
  // Only that a key arrived and where, not which key: journeys type secrets, too.
  addEventListener("keydown", (event) => keys.push(event.target.nodeName), { capture: true });
})();
