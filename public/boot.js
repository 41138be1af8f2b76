// Runs before the program has loaded. It sets theme and language, keeps the static form usable, then loads the program.
// It must never leave a blank page: any failure of the program ends in a message on the page.

const tag = document.querySelector('script[data-wasm]');
const root = document.documentElement;
const style = document.querySelector('link[rel=stylesheet]');
document.querySelector('#boot-late')?.remove();

/** A stored setting, or null where storage is blocked. */
function stored(name) {
  try {
    return localStorage.getItem(`clipcart.${name}`);
  } catch {
    return null;
  }
}

// Theme. Without a setting the system's theme applies.
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

// Language: the setting, or the first of the browser's languages that the page has.
const wanted = [stored('language'), ...navigator.languages].map((name) => (name ?? '').slice(0, 2).toLowerCase());
const language = wanted.find((name) => name === 'en' || name === 'zh') ?? 'en';
root.lang = language === 'zh' ? 'zh-Hans' : 'en';
if (language === 'zh') {
  for (const element of document.querySelectorAll('[data-zh]')) element.textContent = element.dataset.zh;
}

// The static form: a submit is remembered (data-submitted), and the program does it when it has started.
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

// The program. fetch checks the integrity of the wasm, a script element checks that of the glue script.

/* global BOOT_TEXTS -- the texts of src/i18n/boot.rs by language, put in by the build: scripts/boot-texts.mjs */
const texts = BOOT_TEXTS[language];

/** How long the program may take to load, in milliseconds: slow connections need most of it. */
const limit = AbortSignal.timeout(60_000);

/** The key of the text for a failure from here on. */
let problem = 'not_loaded';

/** The program does not start without its style sheet, which masks the API key, for example. A refused sheet is empty. */
async function styled() {
  const is = () => getComputedStyle(root).getPropertyValue('--ground') !== '';
  if (is()) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  if (!is()) throw new Error(`${style?.href}: refused or not there`);
}

/**
 * The exports of the glue script. import() takes no integrity, and not every browser applies that of the preload. A
 * script element does, and import() then returns the module that the element has loaded.
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
  // With a name and password in its URL the page may not fetch anything. The browser remembers them: the URL need not.
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
  const options = { integrity: wasmIntegrity ?? '', credentials: 'same-origin', signal: limit };
  const program = fetch(wasm, options).then((answer) => {
    if (!answer.ok) throw new Error(`${wasm}: HTTP ${answer.status}`);
    return answer;
  });
  const late = new Promise((resolve, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason));
  });
  // In parallel. The first failure counts, and none is unhandled.
  const [{ default: init }, answer] = await Promise.race([Promise.all([script(js), program, styled()]), late]);
  problem = 'not_started';
  await init({ module_or_path: answer });
}

/** Fetches the program's files again, past the cache, which may hold a wrong copy, and then reloads the page. */
async function reload() {
  const files = [style?.href, tag.dataset.js, tag.dataset.wasm];
  const signal = AbortSignal.timeout(30_000);
  await Promise.allSettled(files.map((file) => fetch(file, { cache: 'reload', signal })));
  location.reload();
}

start().catch((error) => {
  console.error('ClipCart did not start:', error);
  if (button) button.disabled = true;
  button?.removeAttribute('aria-busy');
  const place = document.querySelector('#boot-problem') ?? document.body.appendChild(document.createElement('div'));
  place.role = 'alert';
  const text = document.createElement('p');
  // The wasm is compiled while it arrives: one that stalls on its way has not been loaded.
  text.textContent = texts[limit.aborted ? 'not_loaded' : problem];
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = texts.reload;
  again.addEventListener('click', reload, { once: true });
  place.replaceChildren(text, again);
  place.hidden = false;
});
