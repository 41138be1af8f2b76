// The texts of the page before the program is there. src/i18n/boot.rs has them; the tool boot-texts prints them as
// JSON; the post-build step puts them into the built page and into boot.js.
import { execFileSync } from 'node:child_process';

/** What cargo is told for the wasm, and what the tool, which runs here, must not be built with. */
const FOR_WASM = ['RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS', 'CARGO_BUILD_TARGET'];

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOR_WASM.includes(name)));
const json = execFileSync('cargo', ['run', '--quiet', '--locked', '-p', 'boot-texts'], { env, encoding: 'utf8' });
const { en, zh } = JSON.parse(json);

/** The texts of boot.js, by language. */
export const bootTexts = () => ({ en: en.script, zh: zh.script });

/**
 * Fills in the texts of the page.
 *
 * - `<p data-text="tagline"></p>` gets the English text, and the Chinese one as `data-zh`, from where boot.js takes it;
 * - with a `lang` of its own it gets the text in that language alone;
 * - `data-text-placeholder="ids_placeholder"` becomes the attribute `placeholder`, in English.
 */
export function fillPage(html) {
  const filled = html
    .replace(/<(\w+)([^>]*?)\sdata-text="(\w+)"([^>]*)><\/\1>/g, (_, tag, before, key, after) => {
      const [english, chinese] = [text(en, key), text(zh, key)];
      const own = `${before} ${after}`.match(/\slang="(\w+)/)?.[1];
      const later = own || english === chinese ? '' : ` data-zh="${chinese}"`;
      return `<${tag}${before}${later}${after}>${own === 'zh' ? chinese : english}</${tag}>`;
    })
    .replace(/\sdata-text-(\w+)="(\w+)"/g, (_, attribute, key) => ` ${attribute}="${text(en, key)}"`);
  const left = filled.match(/<[^>]*\sdata-text[^>]*>/);
  if (left) throw new Error(`the text of ${left[0]} could not be filled in`);
  return filled;
}

/** A text of the page, as HTML. */
function text({ page }, key) {
  if (!(key in page)) throw new Error(`index.html asks for the text ${key}, which src/i18n/boot.rs does not have`);
  const special = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\n': '&#10;' };
  return page[key].replace(/[&<"\n]/g, (letter) => special[letter]);
}
