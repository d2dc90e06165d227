import { createHmac } from 'node:crypto';

/** Seconds that one code stands for. */
export const TOTP_STEP_SECONDS = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a secret for a count of steps (RFC 4226, RFC 6238), six digits, SHA-1. */
export function totpCode(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step that a code is right for: the present one, or one before or after it, since clocks
 * differ. Null when it is wrong, or of a step not later than `usedStep`: no code counts twice.
 */
export function matchTotp(
  secret: Uint8Array,
  code: string,
  atMs: number,
  usedStep: number | null,
): number | null {
  const now = Math.floor(atMs / 1000 / TOTP_STEP_SECONDS);
  let matched: number | null = null;
  for (const step of [now - 1, now, now + 1]) {
    const isFresh = usedStep === null || step > usedStep;
    if (totpCode(secret, step) === code && isFresh && matched === null) matched = step;
  }
  return matched;
}

/** Bytes in the letters that authenticator apps take (RFC 4648). */
export function toBase32(bytes: Uint8Array): string {
  let [out, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += BASE32[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + BASE32[(held << (5 - bits)) & 31] : out;
}

/** The bytes of such letters; what is none of them is passed over. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const letter of text.toUpperCase()) {
    const value = BASE32.indexOf(letter);
    if (value < 0) continue;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}
