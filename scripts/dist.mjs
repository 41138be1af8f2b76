// Makes dist/ ready for hosts, after a build: brotli and gzip copies beside the files, `_headers` for hosts that read
// it, and `.assetsignore`, so that Cloudflare, which compresses by itself, leaves the copies out.
//
//   node scripts/dist.mjs           writes them; what an earlier run left is replaced
//   node scripts/dist.mjs --check   writes nothing, and fails where dist/ is not as a run would leave it
//
// Run it again after editing dist/index.html: its copies and the policy in _headers follow.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import security from '../deploy/proxy/headers.js';

const folder = 'dist';
const check = process.argv[2] === '--check';
/** Compressed already. */
const PACKED = ['.png', '.mp4'];
/** Each host edits it as it likes; a copy would go on saying the old, to those who ask for copies. */
const EDITED = ['config.json'];

if (!existsSync(join(folder, 'index.html'))) stop(`${folder}/index.html isn't there: build first (make dist does both)`);

const list = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
  .sort();
const isOurs = (file) => ['_headers', '.assetsignore'].includes(file) || /\.(br|gz)$/.test(file);
const built = list.filter((file) => !isOurs(file));

const wanted = new Map();
wanted.set('_headers', Buffer.from(headers()));
wanted.set('.assetsignore', Buffer.from('*.br\n*.gz\n'));
for (const file of built.filter((file) => !PACKED.includes(extname(file)) && !EDITED.includes(file))) copies(file);

const stale = list.filter((file) => isOurs(file) && !wanted.has(file));
if (check) {
  const is = (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.alloc(0));
  const wrong = [...wanted].filter(([file, bytes]) => !bytes.equals(is(file))).map(([file]) => file);
  const all = [...wrong, ...stale].join(', ');
  if (all) stop(`not as a run of scripts/dist.mjs would leave them: ${all}`);
} else {
  for (const file of stale) rmSync(join(folder, file));
  for (const [file, bytes] of wanted) writeFileSync(join(folder, file), bytes);
}
const count = (end) => [...wanted.keys()].filter((file) => file.endsWith(end)).length;
const copied = `${count('.br')} with a brotli and ${count('.gz')} with a gzip copy`;
console.log(`${folder}/ ${check ? 'is' : 'is now'} ready for hosts: ${built.length} files, ${copied}, and _headers`);
const whole = createHash('sha256');
for (const file of [...built, ...wanted.keys()].sort()) whole.update(`${file}\0`).update(readFileSync(join(folder, file)));
console.log(`sha256 of it all: ${whole.digest('hex')}`);

/** The copies of a file that are smaller than it is. */
function copies(file) {
  const bytes = readFileSync(join(folder, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const made = { '.br': brotliCompressSync(bytes, { params }), '.gz': gzipSync(bytes, { level: 9 }) };
  for (const [end, copy] of Object.entries(made)) if (copy.length < bytes.length) wanted.set(file + end, copy);
}

/**
 * `_headers`, as Cloudflare and Netlify read it. All blocks that match a path are joined there, so that a header must
 * not stand in two of them: how long a file may be kept stands in one block a file or folder, and not in that for all.
 */
function headers() {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const policy = page.match(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/)?.[1];
  if (!policy) stop('index.html has no Content-Security-Policy');
  const all = [['Content-Security-Policy', `${policy}; frame-ancestors 'none'`], ...security];
  const top = [...new Set(built.map((file) => file.replace(/\/.*/, '/*')))];
  const isHashed = (place) => /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$/.test(place);
  const keep = (place) => (isHashed(place) ? 'public, max-age=31536000, immutable' : 'no-cache');
  const block = ([path, lines]) => `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [['/*', all], ...['', ...top].map((place) => [`/${place}`, [['Cache-Control', keep(place)]]])].map(block).join('\n');
}

function stop(message) {
  console.error(`dist: ${message}`);
  process.exit(1);
}
