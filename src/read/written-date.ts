import { type DateMatch, findDates } from './dates.ts';

const LONGEST_SCRIPT = 3000;
const WRITE = /document\.write(?:ln)?\s*\(\s*(?:(['"])([^'"]{0,60})\1|([A-Za-z_$][\w$]*))\s*\)/g;

/**
 * The date that a short inline script writes where it stands, when it is a literal in the script:
 * `var day='2019-05-09'; document.write(day)`. The page's own text, only written by its script;
 * what is computed (today's date) is none. Its place is that in the script.
 */
export function findWrittenDate(code: string): DateMatch | null {
  if (code.length > LONGEST_SCRIPT || !code.includes('document.write')) return null;
  for (const write of code.matchAll(WRITE)) {
    const literal = write[2] ?? (write[3] === undefined ? null : literalOf(code, write[3]));
    if (literal === null) continue;
    const match = findDates(literal)[0];
    const isAll = match && (literal.slice(0, match.start) + literal.slice(match.end)).trim() === '';
    const start = code.indexOf(literal);
    if (isAll) return { ...match, start: start + match.start, end: start + match.end };
  }
  return null;
}

/** The literal a variable is set to, once and for all. */
function literalOf(code: string, name: string): string | null {
  const escaped = name.replace(/\$/g, '\\$');
  const sets = [...code.matchAll(new RegExp(`(?<![\\w$.])${escaped}\\s*=(?!=)`, 'g'))];
  const set = sets[0];
  if (sets.length !== 1 || !set) return null;
  const value = /^\s*(['"])([^'"]{0,60})\1\s*(?:[;,\n]|$)/.exec(
    code.slice(set.index + set[0].length),
  );
  return value?.[2] ?? null;
}
