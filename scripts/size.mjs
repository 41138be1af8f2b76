// Prints the size of each crate in a wasm, as twiggy finds it, and the largest functions. Sizes are uncompressed.
import { execFileSync } from 'node:child_process';

const wasm = process.argv[2];
const twiggy = execFileSync('twiggy', ['top', '-f', 'json', wasm], { maxBuffer: 2 ** 28 });
// Custom sections are not in the release build. Hashes in names would keep instances of one function apart.
const items = JSON.parse(twiggy)
  .filter(({ name }) => !/^custom section|subsection$/.test(name))
  .map((item) => ({ ...item, name: item.name.replace(/\[[0-9a-f]{16}\]/g, '').replace(/::h[0-9a-f]{16}$/, '') }));
const total = items.reduce((sum, item) => sum + item.shallow_size, 0);

/** `<leptos::a::B as core::fmt::Debug>::fmt` belongs to leptos, `core::fmt::write` to core. */
function crate(name) {
  if (/^(data segment|elem|import|export|table|type|global|memory|wasm magic)/.test(name)) return '(data and tables)';
  if (/^(code section|data section|function section)/.test(name)) return '(section headers)';
  return name.match(/^[<&*(\[]*(?:dyn |mut )*([A-Za-z_]\w*)::/)?.[1] ?? '(others)';
}

const crates = new Map();
for (const item of items) crates.set(crate(item.name), (crates.get(crate(item.name)) ?? 0) + item.shallow_size);
const rows = [...crates].map(([name, shallow_size]) => ({ name, shallow_size }));

table('By crate', rows, 25);
table('Largest items', items, 40);
console.log(`\n${total} bytes in total`);

function table(title, entries, length) {
  console.log(`\n${title}`);
  for (const { name, shallow_size: size } of entries.sort((a, b) => b.shallow_size - a.shallow_size).slice(0, length)) {
    const share = ((100 * size) / total).toFixed(1).padStart(5);
    console.log(`${String(size).padStart(8)} ${share} %  ${name.slice(0, 110)}`);
  }
}
