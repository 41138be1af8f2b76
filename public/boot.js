// Runs before the program is there: theme and language at once, the static form kept usable, then the program itself.
// It must never leave a blank page: whatever of the program fails ends in a message that can be read.

const tag = document.querySelector('script[data-wasm]');
const root = document.documentElement;
const style = document.querySelector('link[rel=stylesheet]');
document.querySelector('#boot-late')?.remove();

/** A stored choice, or nothing where storage is blocked. */
function stored(name) {
  try {
    return localStorage.getItem(`clipcart.${name}`);
  } catch {
    return null;
  }
}

// Theme. Without a choice the system's holds.
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

// Language: the choice, else the first of the browser's languages that we speak.
const wanted = [stored('language'), ...navigator.languages].map((name) => (name ?? '').slice(0, 2).toLowerCase());
const language = wanted.find((name) => name === 'en' || name === 'zh') ?? 'en';
root.lang = language === 'zh' ? 'zh-Hans' : 'en';
if (language === 'zh') {
  for (const element of document.querySelectorAll('[data-zh]')) element.textContent = element.dataset.zh;
}

// The static form: a submit is remembered (data-submitted) and done by the program when it takes over.
const form = document.querySelector('#boot-form');
const button = form?.querySelector('[type=submit], button:not([type])');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  form.dataset.submitted = '';
  button?.setAttribute('aria-busy', 'true');
});
form?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.matches('textarea')) return;
  event.preventDefault();
  form.requestSubmit();
});

// The program. fetch checks the integrity of the wasm, a script element that of the program script.

/* global BOOT_TEXTS -- the texts of src/i18n/boot.rs by language, put in by the build: scripts/boot-texts.mjs */
const texts = BOOT_TEXTS[language];

/** The text that says what went wrong, if anything does from here on. */
let problem = 'not_loaded';

/** Nothing starts without its style, which masks the key among others. A sheet that was refused is an empty one. */
async function styled() {
  const is = () => getComputedStyle(root).getPropertyValue('--ground') !== '';
  if (is()) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  if (!is()) throw new Error(`${style?.href}: refused or not there`);
}

/**
 * The exports of the program script. import() takes no integrity, and not every browser heeds that of the preload; an
 * element does, and import() then gives the very module that the element has loaded.
 */
async function script(file) {
  const element = document.createElement('script');
  element.type = 'module';
  element.src = file;
  element.integrity = document.querySelector('link[rel=modulepreload]')?.integrity ?? '';
  await new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => reject(new Error(`${file}: refused or not there`)));
    document.head.append(element);
  });
  return import(element.src);
}

async function start() {
  // Who signs in by the address has a page that may fetch nothing. The browser knows them now; the address need not.
  const here = new URL(document.baseURI);
  if (here.username) {
    here.username = here.password = '';
    location.replace(here);
    return;
  }
  if (typeof WebAssembly !== 'object') {
    problem = 'too_old';
    throw new Error('no WebAssembly');
  }
  const { js, wasm, wasmIntegrity } = tag.dataset;
  const program = fetch(wasm, { integrity: wasmIntegrity ?? '', credentials: 'same-origin' }).then((answer) => {
    if (!answer.ok) throw new Error(`${wasm}: HTTP ${answer.status}`);
    return answer;
  });
  // All at once; the first failure of any counts, and none is left unhandled.
  const [{ default: init }, answer] = await Promise.all([script(js), program, styled()]);
  problem = 'not_started';
  await init({ module_or_path: answer });
}

/** Loads the program's files past the cache, which may hold what failed, and then the page. */
async function reload() {
  const files = [style?.href, tag.dataset.js, tag.dataset.wasm];
  await Promise.allSettled(files.map((file) => fetch(file, { cache: 'reload' })));
  location.reload();
}

start().catch((error) => {
  console.error('ClipCart did not start:', error);
  if (button) button.disabled = true;
  button?.removeAttribute('aria-busy');
  const place = document.querySelector('#boot-problem') ?? document.body.appendChild(document.createElement('div'));
  place.role = 'alert';
  const text = document.createElement('p');
  text.textContent = texts[problem];
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = texts.reload;
  again.addEventListener('click', reload, { once: true });
  place.replaceChildren(text, again);
  place.hidden = false;
});
