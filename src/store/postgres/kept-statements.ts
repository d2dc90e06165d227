import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A statement that begins with this is planned once a connection and not each time: for those that
 * are asked with every request and look rows up by their numbers, where one plan is right for all
 * values. Whoever builds it says so by `.modifyFront(KEPT)`.
 */
export const KEPT_MARK = '/* kept */';
const BEGINS = `select ${KEPT_MARK}`;

/** Names of the statements that are kept: few, for their texts stand in the program. */
const names = new Map<string, string>();

/** A connection that has the statements planned and named that ask for it. */
export class KeepingClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const kept =
      typeof text === 'string' && text.startsWith(BEGINS) && Array.isArray(values)
        ? [{ name: nameOf(text), text, values }, ...asked.slice(2)]
        : asked;
    return super.query(...(kept as Parameters<pg.Client['query']>)) as never;
  }
}

function nameOf(text: string): string {
  const name =
    names.get(text) ?? `kept_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}
