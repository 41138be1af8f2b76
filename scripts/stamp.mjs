// Finishes the built page: makes its scripts small, and seals every program file that it loads with its sha384, so
// that a changed file does not run. A hook of Trunk's, run after each build, in its staging folder.
//
// boot.js also gets a hash into its name: under one name a cached older copy would fail the new page's check.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error('stamp.mjs runs as a hook of Trunk (TRUNK_STAGING_DIR is not set)');
const index = join(folder, 'index.html');
let page = readFileSync(index, 'utf8');

const digest = (file, encoding, algorithm = 'sha384') =>
  createHash(algorithm).update(readFileSync(join(folder, file))).digest(encoding);
const integrity = (file) => `sha384-${digest(file, 'base64')}`;

/** The wasm features that rustc uses; index.html names the same for Trunk. */
const features = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'].map(
  (feature) => `--enable-${feature}`,
);

/** The value of an attribute in the text of a tag. */
function attribute(tag, name) {
  const value = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
  if (!value) throw new Error(`${name} is missing in ${tag}`);
  return value;
}

/** Changes the one tag that matches. */
function change(pattern, how) {
  const tags = page.match(new RegExp(pattern, 'g')) ?? [];
  if (tags.length !== 1) throw new Error(`${tags.length} tags in index.html match ${pattern}, not one`);
  page = page.replace(tags[0], () => how(tags[0]));
}

const run = (tool, args, input) => execFileSync(join('node_modules/.bin', tool), args, { input, encoding: 'utf8' });

/** Leaves of a module what its importers use: those named in `exports`, and the code behind them. */
function shrink(file, exports) {
  const flags = ['--bundle', '--minify', '--format=esm', '--target=es2022', '--log-level=warning'];
  // Without this, esbuild takes it for a use of a class that wasm-bindgen gives it a way to be disposed of.
  flags.push('--define:Symbol.dispose=undefined');
  writeFileSync(join(folder, file), run('esbuild', flags, `${exports} ${JSON.stringify(join(folder, file))};`));
}

/**
 * Leaves of the program what its script calls, and the code behind that. A library of Leptos' exports classes that no
 * page of ours uses; with their finalizers gone from the script, so are they.
 */
function prune(script, wasm) {
  const [scriptFile, wasmFile, graph] = [script, wasm, 'graph.json'].map((file) => join(folder, file));
  const text = readFileSync(scriptFile, 'utf8').replace(/^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm, '');
  writeFileSync(scriptFile, text);
  shrink(script, 'export { default } from');
  const small = readFileSync(scriptFile, 'utf8');
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasmFile))).map(({ name }) => name);
  const called = exported.filter((name) => new RegExp(`\\b${name}\\b`).test(small));
  const nodes = called.map((name) => ({ name, export: name }));
  writeFileSync(graph, JSON.stringify([{ name: 'script', root: true, reaches: called }, ...nodes]));
  run('wasm-metadce', [wasmFile, ...features, '-f', graph, '-o', wasmFile]);
  rmSync(graph);
  // Trunk runs wasm-opt once; its passes find more in flattened code, and in what is left now.
  const passes = ['--flatten', '--rereloop', '-Oz', '-Oz', '--strip-producers', '--strip-target-features'];
  run('wasm-opt', [wasmFile, ...features, ...passes, '-o', wasmFile]);
}

// What explains the source to its readers need not be sent.
page = page.replace(/^\s*<!--[\s\S]*?-->\n/gm, '');

change(/<script [^>]*data-wasm=[^>]*>/, (tag) => {
  const boot = attribute(tag, 'src');
  shrink(boot, 'import');
  // boot.js uses the start function alone; the rest of what wasm-bindgen exports falls away.
  if (process.env.TRUNK_PROFILE === 'release') prune(attribute(tag, 'data-js'), attribute(tag, 'data-wasm'));
  const seal = integrity(boot);
  const hashed = boot.replace(/boot\.js$/, `boot-${digest(boot, 'hex', 'sha256').slice(0, 16)}.js`);
  renameSync(join(folder, boot), join(folder, hashed));
  const wasm = integrity(attribute(tag, 'data-wasm'));
  return tag.replace(boot, hashed).replace(/>$/, ` integrity="${seal}" data-wasm-integrity="${wasm}">`);
});

// A module that a checked preload refused stays refused for import(): this is how a dynamic import is checked.
change(/<link rel="modulepreload"[^>]*>/, (tag) => tag.replace(/>$/, ` integrity="${integrity(attribute(tag, 'href'))}">`));

writeFileSync(index, page);
