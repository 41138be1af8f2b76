// Holds the first load to its budget: the page, its style, both scripts and the wasm, each as brotli sends it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BUDGET = 135 * 1024;
const folder = process.argv[2] ?? 'dist';

const page = read('index.html').toString();
const parts = {
  page: 'index.html',
  style: find(/<link rel="stylesheet" href="([^"]+)"/),
  'boot script': find(/<script [^>]*src="([^"]+)"/),
  'program script': find(/\sdata-js="([^"]+)"/),
  'program (wasm)': find(/\sdata-wasm="([^"]+)"/),
};

let total = 0;
for (const [name, file] of Object.entries(parts)) {
  const size = packed(read(file));
  total += size;
  line(name, size);
}
line('first load', total);
// Loaded when they are first wanted, and so no part of it: the desk, and the worker that makes files.
for (const bin of ['desk', 'export']) {
  const script = find(new RegExp(`\\sdata-${bin}="\\./([^"]+)"`));
  const wasm = read(script).toString().match(new RegExp(`${bin}-[0-9a-f]+_bg\\.wasm`))?.[0];
  if (!wasm) throw new Error(`${script} names no program`);
  line(`(${bin}, later)`, packed(read(script)) + packed(read(wasm)));
}
if (total > BUDGET) {
  console.error(`first load: ${total - BUDGET} bytes above the budget of ${BUDGET}. See what is in it: make size`);
  process.exitCode = 1;
} else {
  console.log(`${BUDGET - total} bytes below the budget of ${BUDGET}`);
}

function read(file) {
  try {
    return readFileSync(join(folder, file));
  } catch {
    console.error(`${join(folder, file)} isn't there: build first (make build)`);
    process.exit(1);
  }
}

function find(pattern) {
  const file = page.match(pattern)?.[1];
  if (!file) throw new Error(`index.html has nothing like ${pattern}`);
  return file;
}

function packed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function line(name, size) {
  console.log(`${name.padEnd(16)} ${String(size).padStart(7)} bytes  ${(size / 1024).toFixed(1).padStart(6)} KB`);
}
