import { hash } from 'node:crypto';
import { shortHash } from '#base/hash.ts';

// A small sum that costs a visitor nothing and a flood a lot. Where scripts run, the browser finds
// a number that makes a hash begin with zeros; where none runs, the form waits a little instead.

/** So many zero bits: some 16,000 hashes on average, a moment, or seconds on an old phone. */
export const PUZZLE_BITS = 14;

/** Whether a number is the answer to a form's puzzle. */
export function isSolved(token: string, answer: string, bits = PUZZLE_BITS): boolean {
  if (!/^\d{1,12}$/.test(answer)) return false;
  const digest = hash('sha256', `${token}:${answer}`, 'buffer');
  return digest.readUInt32BE(0) >>> (32 - bits) === 0;
}

/**
 * Makes what reckons the first word of the SHA-256 of a text in ASCII. It is sent to browsers as
 * it stands here, so it leans on nothing outside itself.
 */
export function makeFirstWord(): (text: string) => number {
  const constants: number[] = [];
  const start: number[] = [];
  const fraction = (root: number) => ((root - Math.floor(root)) * 0x100000000) | 0;
  const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));
  for (let candidate = 2; constants.length < 64; candidate++) {
    let isPrime = true;
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) isPrime = false;
    if (!isPrime) continue;
    if (start.length < 8) start.push(fraction(Math.sqrt(candidate)));
    constants.push(fraction(Math.cbrt(candidate)));
  }
  /** The text in blocks of sixteen words, its end marked and its length behind it. */
  const blocksOf = (text: string) => {
    const { length } = text;
    const blocks = Array.from({ length: (((length + 8) >> 6) + 1) * 16 }, () => 0);
    for (let at = 0; at <= length; at++) {
      const byte = at < length ? text.charCodeAt(at) : 0x80;
      blocks[at >> 2] = (blocks[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
    }
    blocks[blocks.length - 1] = length * 8;
    return blocks;
  };
  const words: number[] = [];
  const spread = (blocks: number[], from: number) => {
    for (let round = 0; round < 64; round++) {
      if (round < 16) words[round] = blocks[from + round] ?? 0;
      else {
        const x = words[round - 15] ?? 0;
        const y = words[round - 2] ?? 0;
        const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
        const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
        words[round] = ((words[round - 16] ?? 0) + small + (words[round - 7] ?? 0) + large) | 0;
      }
    }
  };
  const mix = (state: number[]) => {
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let round = 0; round < 64; round++) {
      const one = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + one + chosen + (constants[round] ?? 0) + (words[round] ?? 0)) | 0;
      const two = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const second = (two + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
  };
  return (text) => {
    const blocks = blocksOf(text);
    let state = start;
    for (let from = 0; from < blocks.length; from += 16) {
      spread(blocks, from);
      state = mix(state);
    }
    return (state[0] ?? 0) >>> 0;
  };
}

const wiring = `
var fields = document.querySelectorAll('input[name="proof"]');
Array.prototype.forEach.call(fields, function (field) {
  if (field.value) return;
  var token = field.form.elements.token.value, answer = 0;
  (function some() {
    for (var end = answer + 1000; answer < end; answer++) {
      if (firstWord(token + ':' + answer) >>> ${32 - PUZZLE_BITS} === 0) {
        field.value = String(answer);
        return;
      }
    }
    setTimeout(some, 0);
  })();
});
`;

/** The script that forms bring along; they do without it. */
export const puzzleScript = `(function () {\n'use strict';\nvar firstWord = (${makeFirstWord.toString()})();\n${wiring}})();\n`;

/** Its address changes with its text, so that browsers may keep it for good. */
export const puzzlePath = `/puzzle-${shortHash(puzzleScript)}.js`;
