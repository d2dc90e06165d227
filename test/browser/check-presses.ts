import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesOfConsole, neverPressed, PRESS_LOG } from './press-log.ts';

// `npm run check:presses [-- WORD…]`: plays the tests that click (those whose name has a word), and
// names the changes the console can ask for that none of them made. `windows.test.ts` is left
// out: it presses whatever it finds and asks for nothing that follows.

const words = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'windows.test.ts')
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .map((name) => join(import.meta.dirname, name));
const folder = mkdtempSync(join(tmpdir(), 'xunwang-presses-'));
const log = join(folder, 'presses.txt');
writeFileSync(log, '');
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-timeout=1800000', ...files],
  {
    stdio: 'inherit',
    env: { ...process.env, XUNWANG_BROWSER_TESTS: 'all', [PRESS_LOG]: log },
  },
);
const changes = changesOfConsole();
const never = neverPressed(changes, log);
rmSync(folder, { recursive: true });
for (const change of never) console.log(`never pressed: ${change}`);
console.log(
  `${changes.length - never.length} of ${changes.length} changes of the console are pressed`,
);
process.exitCode = status === 0 && never.length === 0 ? 0 : 1;
