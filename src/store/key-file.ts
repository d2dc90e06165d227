import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf, onDisk } from './disk-refusal.ts';

/** The key in a file, in base64; made there, for its owner alone, when there is none. */
export function keyFile(path: string): string {
  const read = () => onDisk(path, () => readFileSync(path, 'utf8').trim());
  const made = onDisk(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const key = randomBytes(32).toString('base64');
    try {
      writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
      return key;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return null;
      throw error;
    }
  });
  return made ?? read();
}
