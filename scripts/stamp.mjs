// Finishes the built page: makes its program small, and seals every program file that it loads with its sha384, so that
// a changed file does not run. A hook of Trunk's, run after each build, in its staging folder.
//
// Each of these files is named by a hash of what it has become here. Trunk's own hashes are of what came before: under
// one name a cached older copy would fail the new page's check.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootTexts, fillPage } from './boot-texts.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error('stamp.mjs runs as a hook of Trunk (TRUNK_STAGING_DIR is not set)');
const index = join(folder, 'index.html');
let page = readFileSync(index, 'utf8');

const read = (file) => readFileSync(join(folder, file));
const integrity = (file) => `sha384-${createHash('sha384').update(read(file)).digest('base64')}`;

/** Gives files a name by the contents of all of them, here and in the page. The last one's is given back. */
function name(...files) {
  const hash = createHash('sha256').update(Buffer.concat(files.map(read))).digest('hex').slice(0, 16);
  let to;
  for (const file of files) {
    to = file.replace(/(-[0-9a-f]{12,16})?((_bg)?\.\w+)$/, `-${hash}$2`);
    renameSync(join(folder, file), join(folder, to));
    page = page.replaceAll(`"${file}"`, `"${to}"`);
  }
  return to;
}

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

/**
 * What wasm-opt does, in an order that Trunk can't give: code that was flattened and put together again leaves its
 * passes more to find, twice over. Nothing of ours lies in the lowest kilobyte of memory: the stack's far end does.
 */
const passes = ['--low-memory-unused', ...Array(2).fill(['--flatten', '--rereloop', '-Oz', '-Oz']).flat()];
passes.push('--strip-producers', '--strip-target-features', '--minify-imports-and-exports-and-modules');

const run = (tool, args, input) => execFileSync(join('node_modules/.bin', tool), args, { input, encoding: 'utf8' });

/** What becomes of a script, given the text of its path: its start for those who import it, itself, or the start of one of ours. */
const start = (path) => `export { default } from ${path};`;
const itself = (path) => `import ${path};`;
const script = (name, uses) => (path) =>
  `import init, { ${uses} } from ${path};\n${readFileSync(`src/bin/${name}.js`, 'utf8')}`;

/** Leaves of a module what is used of it by what it becomes, and the code behind that. */
function shrink(file, become, more = []) {
  const flags = ['--bundle', '--minify', '--format=esm', '--target=es2022', '--log-level=warning', ...more];
  // Without this, esbuild takes it for a use of a class that wasm-bindgen gives it a way to be disposed of.
  flags.push('--define:Symbol.dispose=undefined');
  writeFileSync(join(folder, file), run('esbuild', flags, become(JSON.stringify(join(folder, file)))));
}

/**
 * Leaves of a program what its script, bundled already, calls, and the code behind that. Then makes both small.
 */
function prune(script, wasm, become) {
  const [scriptFile, wasmFile, graph, names] = [script, wasm, 'graph.json', 'names.json'].map((file) => join(folder, file));
  const small = readFileSync(scriptFile, 'utf8');
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasmFile))).map(({ name }) => name);
  const called = exported.filter((name) => new RegExp(`\\b${name}\\b`).test(small));
  const nodes = called.map((name) => ({ name, export: name }));
  writeFileSync(graph, JSON.stringify([{ name: 'script', root: true, reaches: called }, ...nodes]));
  run('wasm-metadce', [wasmFile, '-f', graph, '-o', wasmFile]);

  // The names by which script and program know each other are long and full of hashes. The program gets short ones, and
  // the script's follow, by esbuild's parser: property names as a whole, and nothing that only looks like one.
  const { imports, exports } = JSON.parse(run('wasm-opt', [wasmFile, ...passes, '-o', wasmFile]));
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasmFile)));
  const short = Object.fromEntries([...imports.flatMap(([from, name, to]) => [[from, module], [name, to]]), ...exports]);
  writeFileSync(names, JSON.stringify(short));
  const whole = Object.keys(short).map((name) => name.replace(/\W/g, '\\$&')).join('|');
  shrink(script, become, ['--mangle-quoted', `--mangle-props=^(?:${whole})$`, `--mangle-cache=${names}`]);
  for (const file of [graph, names]) rmSync(file);
}

// What explains the source to its readers need not be sent.
page = page.replace(/^\s*<!--[\s\S]*?-->\n/gm, '');
page = fillPage(page);

const starter = /<script [^>]*data-wasm=[^>]*>/;
const [boot, js, wasm] = ['src', 'data-js', 'data-wasm'].map((part) => attribute(page.match(starter)?.[0] ?? '', part));
const isRelease = process.env.TRUNK_PROFILE === 'release';
shrink(boot, itself, [`--define:BOOT_TEXTS=${JSON.stringify(bootTexts())}`]);
/**
 * A library of Leptos' exports classes that no page of ours uses; with their finalizers gone from the script, so are
 * they.
 */
function unburden(file) {
  const text = read(file).toString().replace(/^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm, '');
  writeFileSync(join(folder, file), text);
}
if (isRelease) {
  // boot.js uses the start function alone; the rest of what wasm-bindgen exports falls away.
  unburden(js);
  shrink(js, start);
  prune(js, wasm, start);
}
name(boot);
name(js, wasm);

/** A program that is loaded when it is wanted: its script names its wasm, with the sha384. The script's own name. */
function later(bin, uses) {
  const [file, program] = [`${bin}.js`, `${bin}_bg.wasm`];
  unburden(file);
  shrink(file, script(bin, uses));
  if (isRelease) prune(file, program, itself);
  const to = name(program);
  const known = { WASM: to, INTEGRITY: integrity(to) };
  shrink(file, itself, Object.entries(known).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`));
  return name(file);
}
const laters = { desk: later('desk', 'show'), export: later('export', 'make') };

const seal = (file, as = 'integrity') => (tag) => tag.replace(/>$/, ` ${as}="${integrity(attribute(tag, file))}">`);
// boot.js takes the program script's from here.
change(/<link rel="modulepreload"[^>]*>/, seal('href'));
change(starter, seal('src'));
change(starter, seal('data-wasm', 'data-wasm-integrity'));
for (const [bin, file] of Object.entries(laters)) {
  change(starter, (tag) => tag.replace(/>$/, ` data-${bin}="./${file}">`));
  change(starter, seal(`data-${bin}`, `data-${bin}-integrity`));
}

writeFileSync(index, page);
