import type { Setting } from './setting.ts';
import { type SettingMistake, type SettingName, type Settings, settings } from './settings.ts';

const OURS = /^XUNWANG_/;
const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const MAX_PORT = 65_535;

/**
 * The settings that an environment names, and all that is wrong with it: a name beginning with
 * `XUNWANG_` that no setting has is a mistake, since it would be taken for set.
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): {
  values: Settings;
  mistakes: SettingMistake[];
} {
  const mistakes: SettingMistake[] = [];
  const values: Record<string, string | number | null> = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting][]) {
    const given = environment[setting.env];
    const value = parseValue(setting, given);
    if (typeof value === 'object' && value !== null) mistakes.push(value);
    else values[name] = value;
  }
  const known = new Set<string>(Object.values(settings).map(({ env }) => env));
  for (const env of Object.keys(environment).sort()) {
    if (!OURS.test(env) || known.has(env)) continue;
    mistakes.push({ env, why: 'unknown', least: null, most: null });
  }
  return { values: values as unknown as Settings, mistakes };
}

function parseValue(
  setting: Setting,
  given: string | undefined,
): string | number | null | SettingMistake {
  const { env, kind } = setting;
  const [least, most] = [setting.least ?? null, setting.most ?? null];
  if (given === '' && setting.default !== null) return { env, why: 'empty', least, most };
  const text = given === undefined || given === '' ? setting.default : given;
  if (text === null || kind === 'text') return text;
  const number = parseNumber(kind, text.trim());
  if (number === null) return { env, why: 'no-number', least, most };
  const top = most ?? (kind === 'port' ? MAX_PORT : Number.MAX_SAFE_INTEGER);
  if (number < (least ?? 0) || number > top) return { env, why: 'out-of-range', least, most: top };
  return number;
}

/** A whole number; a duration may have its unit behind it: `2s`. */
function parseNumber(kind: 'count' | 'port' | 'duration', text: string): number | null {
  const match = /^(\d{1,9})(ms|s|m|h)?$/.exec(text);
  if (!match || (match[2] !== undefined && kind !== 'duration')) return null;
  return Number(match[1]) * (UNITS_MS[match[2] ?? 'ms'] ?? 1);
}
