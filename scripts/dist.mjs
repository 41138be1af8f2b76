// Prepares dist/ for hosts, after a build: brotli and gzip copies beside the files, `_headers` for hosts that read it,
// and `.assetsignore`, which keeps the copies from Cloudflare, because that compresses by itself.
//
//   node scripts/dist.mjs           writes these files and removes those of an earlier run
//   node scripts/dist.mjs --check   writes nothing, and fails if a run would change anything
//
// Run it again after editing dist/index.html: the copies and the policy in _headers depend on it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import security from '../deploy/proxy/headers.js';

const folder = 'dist';
const check = process.argv[2] === '--check';
/** Files that are compressed already. */
const PACKED = ['.png', '.mp4'];
/** Files that are edited on the host: their copies would be outdated. */
const EDITED = ['config.json'];

if (!existsSync(join(folder, 'index.html'))) stop(`${folder}/index.html is missing: build first (make dist does both)`);

const list = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
  .sort();
const isOurs = (file) => ['_headers', '.assetsignore'].includes(file) || /\.(br|gz)$/.test(file);
const built = list.filter((file) => !isOurs(file));

/** The files to write, by path. */
const wanted = new Map();
wanted.set('_headers', Buffer.from(headers()));
wanted.set('.assetsignore', Buffer.from('*.br\n*.gz\n'));
for (const file of built.filter((file) => !PACKED.includes(extname(file)) && !EDITED.includes(file))) copies(file);

const stale = list.filter((file) => isOurs(file) && !wanted.has(file));
if (check) {
  const current = (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.alloc(0));
  const wrong = [...wanted].filter(([file, bytes]) => !bytes.equals(current(file))).map(([file]) => file);
  const all = [...wrong, ...stale].join(', ');
  if (all) stop(`a run of scripts/dist.mjs would change: ${all}`);
} else {
  for (const file of stale) rmSync(join(folder, file));
  for (const [file, bytes] of wanted) writeFileSync(join(folder, file), bytes);
}
const count = (end) => [...wanted.keys()].filter((file) => file.endsWith(end)).length;
const copied = `${count('.br')} with a brotli and ${count('.gz')} with a gzip copy`;
console.log(`${folder}/ ${check ? 'is' : 'is now'} ready for hosts: ${built.length} files, ${copied}, and _headers`);
const hash = createHash('sha256');
for (const file of [...built, ...wanted.keys()].sort()) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
console.log(`sha256 of all files: ${hash.digest('hex')}`);

/** Adds the compressed copies of a file, if they are smaller than the file. */
function copies(file) {
  const bytes = readFileSync(join(folder, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const compressed = { '.br': brotliCompressSync(bytes, { params }), '.gz': gzipSync(bytes, { level: 9 }) };
  for (const [end, copy] of Object.entries(compressed)) if (copy.length < bytes.length) wanted.set(file + end, copy);
}

/**
 * `_headers`, as Cloudflare and Netlify read it. They join all blocks that match a path, so that a header must not be in
 * two of them: Cache-Control is in a block for each file or folder, and not in the block for all paths.
 */
function headers() {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const policy = page.match(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/)?.[1];
  if (!policy) stop('index.html has no Content-Security-Policy');
  const all = [['Content-Security-Policy', `${policy}; frame-ancestors 'none'`], ...security];
  const top = [...new Set(built.map((file) => file.replace(/\/.*/, '/*')))];
  const isHashed = (path) => /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$/.test(path);
  const cacheControl = (path) => (isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  const block = ([path, lines]) => `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [['/*', all], ...['', ...top].map((path) => [`/${path}`, [['Cache-Control', cacheControl(path)]]])].map(block).join('\n');
}

function stop(message) {
  console.error(`dist: ${message}`);
  process.exit(1);
}
