// Prints the size of each part of the first load, as brotli sends it, and fails if they are above the limit together.
// What is loaded later, in parentheses, does not count. 1 KB is 1,000 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 490_000;
const folder = process.argv[2] ?? 'dist';

const page = read('index.html').toString();
const parts = {
  page: 'index.html',
  style: find(page, /<link rel="stylesheet" href="([^"]+)"/),
  'boot.js': find(page, /<script [^>]*src="([^"]+)"/),
  'glue script': find(page, /\sdata-js="([^"]+)"/),
  wasm: find(page, /\sdata-wasm="([^"]+)"/),
};

let total = 0;
for (const [name, file] of Object.entries(parts)) {
  const size = compressedSize(file);
  total += size;
  print(name, size);
}
print('first load', total);

/** The code of lazy views: a file for each name that `lazy!` is given, and files that several of those need. */
const later = readdirSync(folder).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file));
let shared = 0;
let all = 0;
for (const file of later) {
  const size = compressedSize(file);
  const name = file.match(/^split_(\w+)-/)?.[1];
  if (name) print(`(${name})`, size);
  else shared += size;
  all += size;
}
print('(shared by those)', shared);
print('with all of those', total + all);

const workerScript = find(page, /\sdata-export-worker="([^"]+)"/);
const workerWasm = find(read(workerScript).toString(), /"([^"]*-[0-9a-f]{16}_bg\.wasm)"/);
print('(export worker)', compressedSize(workerScript) + compressedSize(workerWasm));

if (total > LIMIT) {
  console.error(`first load: ${total - LIMIT} bytes above the limit of ${LIMIT}. See what is in it: make size`);
  process.exitCode = 1;
} else {
  console.log(`${LIMIT - total} bytes below the limit of ${LIMIT}`);
}

function read(file) {
  try {
    return readFileSync(join(folder, file));
  } catch {
    console.error(`${join(folder, file)} is missing: build first (make build)`);
    process.exit(1);
  }
}

function find(text, pattern) {
  const file = text.match(pattern)?.[1];
  if (!file) throw new Error(`nothing matches ${pattern}`);
  return file;
}

function compressedSize(file) {
  const bytes = read(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function print(name, size) {
  console.log(`${name.padEnd(17)} ${String(size).padStart(7)} bytes  ${(size / 1000).toFixed(1).padStart(6)} KB`);
}
