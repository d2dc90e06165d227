import { simplify } from './simplify.ts';

/**
 * The row whose unit a name means: the same name, a known alias, or the one unit whose short name
 * is made of characters of the long one in order (市国资委 in 市国有资产监督管理委员会). Null when none
 * or more than one fits.
 */
export function matchUnit<T extends { unit: string }>(
  name: string,
  rows: readonly T[],
  aliases: Readonly<Record<string, string>>,
): T | null {
  const wanted = bareName(name, aliases);
  const same = rows.filter((row) => bareName(row.unit, aliases) === wanted);
  if (same.length === 1) return same[0] ?? null;
  const loose = rows.filter((row) => isShortFor(bareName(row.unit, aliases), wanted));
  return loose.length === 1 ? (loose[0] ?? null) : null;
}

function bareName(name: string, aliases: Readonly<Record<string, string>>): string {
  let bare = simplify(name)
    .replace(/网站$/, '')
    .replace(/^(?:咸宁市|本市|我市|全市|市)(?=.{2})/, '');
  for (const [long, short] of Object.entries(aliases)) bare = bare.replace(long, short);
  return bare;
}

function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3 || short.at(0) !== long.at(0)) return false;
  let position = 0;
  for (const character of short) {
    position = long.indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
