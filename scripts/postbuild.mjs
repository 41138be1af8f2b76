// Finishes a build: Trunk runs this after each build, in its staging folder, before that becomes dist/.
//
// In order: the texts of the page; boot.js; the program (glue script and wasm), split where the sources say `lazy!`; the
// export worker. Scripts are minified with esbuild and the wasm is optimized with wasm-opt. Every file gets a hash of its
// final contents in its name, and the page or the script that loads it has its sha384, so that a browser runs exactly what
// was published.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootTexts, fillPage } from './boot-texts.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error('postbuild.mjs runs as a hook of Trunk (TRUNK_STAGING_DIR is not set)');
const isRelease = process.env.TRUNK_PROFILE === 'release';

/** The tag that starts boot.js: `pattern_script` in Trunk.toml. Its data attributes name the other files. */
const STARTER = /<script [^>]*data-wasm=[^>]*>/;
/** `pattern_preload` in Trunk.toml. */
const PRELOAD = /<link rel="modulepreload"[^>]*>/;

/** The script that wasm-split-cli writes: it loads the split files. */
const SPLIT_LOADER = '__wasm_split.js';

const index = join(folder, 'index.html');
let page = fillPage(removeComments(readFileSync(index, 'utf8')));
page = finishBootScript(page);
page = finishProgram(page);
page = finishExportWorker(page);
writeFileSync(index, page);

/** Minifies boot.js, with its texts in place of BOOT_TEXTS. */
function finishBootScript(page) {
  const file = getAttribute(page, STARTER, 'src');
  bundle(file, `import ${importPath(file)};`, { BOOT_TEXTS: bootTexts() });
  const name = renameToHash(file);
  page = setAttribute(page, STARTER, 'src', name);
  return setAttribute(page, STARTER, 'integrity', integrity(name));
}

/** Splits the program, optimizes each wasm, and makes one script of the glue and the loader of the split files. */
function finishProgram(page) {
  for (const name of ['data-js', 'data-wasm']) rmSync(join(folder, getAttribute(page, STARTER, name)));
  const [glue, wasm] = ['./clipcart.js', './clipcart_bg.wasm'];
  finishSplitFiles(splitProgram());
  if (isRelease) removeSplitMarkers(wasm);
  optimizeWasm(wasm);
  // boot.js calls the default export alone.
  bundle(glue, `export { default } from ${importPath(glue)};`);
  rmSync(join(folder, SPLIT_LOADER));
  const [glueName, wasmName] = [renameToHash(glue), renameToHash(wasm)];
  page = setAttribute(page, STARTER, 'data-js', glueName);
  page = setAttribute(page, PRELOAD, 'href', glueName);
  page = setAttribute(page, PRELOAD, 'integrity', integrity(glueName));
  page = setAttribute(page, STARTER, 'data-wasm', wasmName);
  return setAttribute(page, STARTER, 'data-wasm-integrity', integrity(wasmName));
}

/**
 * Splits what cargo has built, and runs wasm-bindgen on the main part, in place of Trunk's run on the whole. Returns the
 * other parts. No name is Trunk's, whose hash depends on this machine's folders.
 */
function splitProgram() {
  const built = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', isRelease ? 'release' : 'debug');
  const main = join(folder, 'clipcart.wasm');
  run('wasm-split-cli', ['--out-name', 'clipcart', join(built, 'clipcart.wasm'), folder]);
  // The split files import what is exported for the linker.
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', folder, main]);
  rmSync(main);
  return readdirSync(folder).filter((file) => /^(split|chunk)_\w+\.wasm$/.test(file)).sort();
}

/** Optimizes the split files, and tells their loader their names and sha384s. */
function finishSplitFiles(files) {
  const published = {};
  for (const file of files) {
    optimizeWasm(file);
    const name = renameToHash(file);
    published[file] = { name, integrity: integrity(name) };
  }
  const script = `const FILES = ${JSON.stringify(published)};\n${readFileSync('src/fetch_split_file.js', 'utf8')}`;
  appendFileSync(join(folder, SPLIT_LOADER), script);
}

/**
 * Makes one script of the worker's glue and src/bin/export_worker.js, which fetches the wasm by the name and the sha384
 * that it gets here. Page code reads the script's own from data-export-worker and data-export-worker-integrity.
 */
function finishExportWorker(page) {
  const [script, wasm] = ['./export_worker.js', './export_worker_bg.wasm'];
  if (isRelease) removeSplitMarkers(wasm);
  optimizeWasm(wasm);
  const wasmName = renameToHash(wasm);
  const source = readFileSync('src/bin/export_worker.js', 'utf8');
  const entry = `import init, { build_file, read_file } from ${importPath(script)};\n${source}`;
  bundle(script, entry, { WASM: wasmName, INTEGRITY: integrity(wasmName) });
  const name = renameToHash(script);
  page = setAttribute(page, STARTER, 'data-export-worker', name);
  return setAttribute(page, STARTER, 'data-export-worker-integrity', integrity(name));
}

/** Bundles and minifies `entry` into a file. The constants in `values` are replaced by their JSON. */
function bundle(file, entry, values = {}) {
  const defines = Object.entries(values).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
  const flags = ['--bundle', '--format=esm', '--target=es2022', '--log-level=warning', ...defines];
  // wasm-bindgen lists the split loader once for each function that it imports from it.
  flags.push('--log-override:duplicate-object-key=silent');
  if (isRelease) flags.push('--minify');
  writeFileSync(join(folder, file), run(npmTool('esbuild'), flags, entry));
}

/** A build for development leaves the wasm as it is. */
function optimizeWasm(file) {
  if (isRelease) run(npmTool('wasm-opt'), ['-Oz', join(folder, file), '-o', join(folder, file)]);
}

/**
 * Removes exports that mark a wasm for wasm-split-cli. Their names are hashes of where the library's source is on this
 * machine, so that two builds would differ.
 */
function removeSplitMarkers(file) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(read(file))).map(({ name }) => name);
  const kept = exported.filter((name) => !name.startsWith('_WASM_SPLIT_MARKER_'));
  const graph = [{ name: 'script', root: true, reaches: kept }, ...kept.map((name) => ({ name, export: name }))];
  const graphFile = join(folder, 'exports.json');
  writeFileSync(graphFile, JSON.stringify(graph));
  run(npmTool('wasm-metadce'), [join(folder, file), '-f', graphFile, '-o', join(folder, file)]);
  rmSync(graphFile);
}

/** Renames a file to the hash of its contents, in place of Trunk's, which is of the contents before this. */
function renameToHash(file) {
  const hash = createHash('sha256').update(read(file)).digest('hex').slice(0, 16);
  const name = file.replace(/(-[0-9a-f]+)?((_bg)?\.\w+)$/, `-${hash}$2`);
  renameSync(join(folder, file), join(folder, name));
  return name;
}

function integrity(file) {
  return `sha384-${createHash('sha384').update(read(file)).digest('base64')}`;
}

/** Comments in index.html are for readers of the source. */
function removeComments(html) {
  return html.replace(/^\s*<!--[\s\S]*?-->\n/gm, '');
}

/** The value of an attribute of the tag that matches `pattern`. */
function getAttribute(html, pattern, name) {
  const value = findTag(html, pattern).match(attributePattern(name))?.[1];
  if (!value) throw new Error(`index.html: ${pattern} has no ${name}`);
  return value;
}

/** The page with an attribute of the tag that matches `pattern` added or changed. */
function setAttribute(html, pattern, name, value) {
  const tag = findTag(html, pattern);
  const attribute = ` ${name}="${value}"`;
  const isSet = attributePattern(name).test(tag);
  const changed = isSet ? tag.replace(attributePattern(name), () => attribute) : tag.replace(/>$/, () => `${attribute}>`);
  return html.replace(tag, () => changed);
}

function findTag(html, pattern) {
  const tags = html.match(new RegExp(pattern, 'g')) ?? [];
  if (tags.length !== 1) throw new Error(`index.html: ${tags.length} tags match ${pattern}, not one`);
  return tags[0];
}

function attributePattern(name) {
  return new RegExp(`\\s${name}="([^"]*)"`);
}

function read(file) {
  return readFileSync(join(folder, file));
}

/** A file's path as a string literal, to be imported. */
function importPath(file) {
  return JSON.stringify(join(folder, file));
}

function npmTool(name) {
  return join('node_modules/.bin', name);
}

function run(program, args, input) {
  return execFileSync(program, args, { input, encoding: 'utf8' });
}
