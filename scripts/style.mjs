// Bundles style/main.css and what it imports into the page's one style sheet. Trunk runs this before each build.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

// The first versions with light-dark(). For them the style needs prefixes only.
const targets = 'chrome 123, edge 123, firefox 120, safari 17.5, ios_saf 17.5';

mkdirSync('target/style', { recursive: true });
execFileSync(
  'node_modules/.bin/lightningcss',
  ['--bundle', '--minify', '--targets', targets, 'style/main.css', '-o', 'target/style/clipcart.css'],
  { stdio: 'inherit' },
);
