import { hash } from 'node:crypto';
import { ask } from '../office/ask.ts';

/** What a form brings along besides what is typed: its word, and the answer to its sum. */
export type ReadyForm = Record<'token' | 'proof', string>;

/** Gets forms as browsers do, and solves their sums; `path` is their page. */
export async function readyForms(
  address: string,
  path: string,
  count: number,
): Promise<ReadyForm[]> {
  const forms: ReadyForm[] = [];
  for (let number = 0; number < count; number++) {
    const { text } = await ask(address, path, { headers: comingFrom(number), keep: true });
    const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    forms.push({ token, proof: solve(token) });
  }
  return forms;
}

/** Fourteen zero bits, as the page's script seeks them. */
function solve(token: string): string {
  for (let answer = 0; ; answer++) {
    if (hash('sha256', `${token}:${answer}`, 'buffer').readUInt32BE(0) >>> 18 === 0) {
      return String(answer);
    }
  }
}

/** Citizens come from many addresses, by a proxy that tells them. */
export function comingFrom(number: number): Record<string, string> {
  return { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
}
