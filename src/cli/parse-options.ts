import { parseCivilDate, type CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { parseUrl, type Url } from '#base/url.ts';
import type { QuietHours, RecheckPolicy } from '#domain/run-settings.ts';

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Values of an option that may be repeated, or separated by commas. */
export function collect(value: string, before: string[]): string[] {
  return [...before, ...value.split(',')];
}

/** `--allow-net A B`: what follows the first network and is one is meant as one. */
export function isNetwork(word: string): boolean {
  return /^[0-9a-f.:]+\/\d{1,3}$/i.test(word);
}

/** Addresses of control hosts, each once. */
export function parseControls(words: readonly string[]): Url[] {
  const urls = words.map((text) => {
    const url = parseUrl(text);
    if (url === null) throw new Refusal('control-malformed', { text });
    return url;
  });
  return [...new Set(urls)];
}

/** `--quiet 08:30-18:00`, several: parts of the day, which may go past midnight. */
export function parseQuietHours(words: readonly string[]): QuietHours[] {
  return words.map((text) => {
    const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
    const [from, to] = [text.trim().slice(0, 5), text.trim().slice(6)];
    if (!match || from === to) throw new Refusal('quiet-malformed', { text });
    return { from, to };
  });
}

/** An e-mail or web address as it may stand in a user agent; null when none was given. */
export function parseContact(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[!-'*-[\]-~]{3,200}$/.test(text)) return text;
  throw new Refusal('contact-malformed', { text: JSON.stringify(text).slice(1, 61) });
}

/** `3x2s`: looked at again three times, two seconds apart. `0` means never: nothing is confirmed. */
export function parseRecheck(text: string): RecheckPolicy {
  if (text.trim() === '0') return { times: 0, spacingMs: 0 };
  const match = /^(\d{1,2})\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/i.exec(text.trim());
  if (!match) throw new Refusal('recheck-malformed', { text });
  return { times: Number(match[1]), spacingMs: durationMs(match[2] ?? '', match[3] ?? '') };
}

/** `15s`, `500ms`, `2m` in milliseconds. */
export function parseDuration(option: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/i.exec(text.trim());
  if (!match) throw new Refusal('duration-malformed', { option, text });
  return durationMs(match[1] ?? '', match[2] ?? '');
}

function durationMs(count: string, unit: string): number {
  return Math.round(Number(count) * (UNIT_MS[unit.toLowerCase()] ?? 1));
}

/** A whole number from `least` up. */
export function parseCount(option: string, text: string, least: number): number {
  const count = Number(text);
  if (!/^\d{1,12}$/.test(text) || count < least) {
    throw new Refusal('count-malformed', { option, text, least });
  }
  return count;
}

/** The day of `--as-of`: it must exist and not lie after today, or nothing could be known of it. */
export function parseAsOf(text: string, today: CivilDate): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Refusal('as-of-malformed', { text });
  if (date > today) throw new Refusal('as-of-future', { text, today });
  return date;
}
