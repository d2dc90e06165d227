/**
 * JSON with sorted keys and two-space indent, ending in a newline: the same value gives the
 * same bytes on every machine. `undefined` members are left out.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** Containers are taken apart so far: a result, its sites, a site, its findings. */
const DEPTH = 4;

/** The same text piece by piece, for a value whose text would take more room than is there. */
export function* canonicalPieces(value: unknown): Generator<string> {
  yield* piecesOf(value, '\n', DEPTH);
  yield '\n';
}

/** @param line what a new line begins with: the line end and its indent. */
function* piecesOf(value: unknown, line: string, depth: number): Generator<string> {
  const isContainer = value !== null && typeof value === 'object';
  if (!isContainer || depth === 0) {
    yield JSON.stringify(sorted(value) ?? null, null, 2).replaceAll('\n', line);
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members: [string, unknown][] = Array.isArray(value)
    ? value.map((member) => ['', member])
    : Object.entries(shallowSorted(value)).map(([key, member]) => [
        `${JSON.stringify(key)}: `,
        member,
      ]);
  yield open ?? '';
  const inner = `${line}  `;
  for (const [index, [name, member]] of members.entries()) {
    yield `${index === 0 ? '' : ','}${inner}${name}`;
    yield* piecesOf(member, inner, depth - 1);
  }
  yield members.length === 0 ? (close ?? '') : `${line}${close}`;
}

/** The same on one line, for JSON Lines. */
export function canonicalLine(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`;
}

/**
 * Whether two values have the same canonical text, without writing it: much cheaper where most
 * values are told apart, or found equal, by their members. For what came from JSON or becomes it.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    // Numbers that JSON has no word for are written as null.
    return written(a) === written(b);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((one, index) => isSameJson(one ?? null, b[index] ?? null));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left).filter((name) => left[name] !== undefined);
  const others = Object.keys(right).filter((name) => right[name] !== undefined);
  return names.length === others.length && names.every((name) => hasSame(left, right, name));
}

function hasSame(a: Record<string, unknown>, b: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(b, name) && b[name] !== undefined && isSameJson(a[name], b[name]);
}

/** What JSON writes of a value that has no members. */
function written(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return Object.is(value, -0) ? 0 : value;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const own = Object.entries(shallowSorted(value));
  return Object.fromEntries(own.map(([key, member]) => [key, sorted(member)]));
}

/** Its members in order; the engine puts names that are whole numbers first. */
function shallowSorted(value: object): object {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries);
}
