import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficePerson } from '../../office/office-client.ts';
import type { WholeService } from './whole-service.ts';

/** An act that the service said was done. */
interface Done {
  kind: 'unit' | 'token';
  name: string;
  id: number;
}

/** Somebody who keeps acting while the service dies around them. */
export interface Actor {
  /** What was acknowledged. */
  done: Done[];
  /** How often an act had to be sent again, by what was answered instead. */
  again: Map<string, number>;
  /** Acts that were refused, which none should be. */
  refused: string[];
  /** Finishes the act at hand. */
  stop(): Promise<void>;
}

const PAUSE_MS = 40;

/**
 * Adds units and tokens of programs one after the other, each under a key of its own and as often
 * as it takes until it is acknowledged. Of a unit the name is taken once; of tokens there may be
 * as many of one name as were asked for, so one that was done twice shows.
 */
export function keepActing(person: OfficePerson, regionId: number): Actor {
  const actor: Actor = { done: [], again: new Map(), refused: [], stop: async () => undefined };
  let isOver = false;
  const act = async (number: number) => {
    const kind = number % 2 === 0 ? 'unit' : 'token';
    const name = `${kind === 'unit' ? '第' : '程序'}${number}${kind === 'unit' ? '单位' : ''}`;
    const [path, body] =
      kind === 'unit'
        ? ['/units', { name, regionId }]
        : ['/me/tokens', { name, scopes: ['register.read'] }];
    const answer = await person.surely('POST', path, body, (why) => {
      actor.again.set(why, (actor.again.get(why) ?? 0) + 1);
    });
    if (answer.status >= 400) actor.refused.push(`${name}: ${JSON.stringify(answer.body)}`);
    else actor.done.push({ kind, name, id: Number(answer.body['id']) });
  };
  const all = (async () => {
    for (let number = 1; !isOver; number++) {
      await act(number);
      await sleep(PAUSE_MS);
    }
  })();
  actor.stop = async () => {
    isOver = true;
    await all;
  };
  return actor;
}

/** What is not as it must be of the acts that were acknowledged; empty as it should be. */
export async function untruthsOfActs(service: WholeService, actor: Actor): Promise<string[]> {
  const untruths = actor.refused.map((one) => `refused: ${one}`);
  untruths.push(...[...actor.again.keys()].filter((why) => /internal/.test(why)));
  const { units, tokens, lines } = await service.ask(async (db) => ({
    units: await db.selectFrom('units').select(['id', 'name']).execute(),
    tokens: await db.selectFrom('api_tokens').select(['id', 'name']).execute(),
    lines: await db.selectFrom('ledger').select(['act', 'thing_id', 'after']).execute(),
  }));
  for (const { kind, name, id } of actor.done) {
    const named = (kind === 'unit' ? units : tokens).filter((row) => row.name === name);
    if (named.length !== 1 || named[0]?.id !== id) {
      untruths.push(`${name} was acknowledged as ${id} and is there ${named.length} times`);
    }
    const noted = lines.filter((line) => isAbout(line, kind, id)).length;
    if (noted !== 1) untruths.push(`${name} stands in the ledger ${noted} times`);
  }
  return untruths;
}

function isAbout(
  line: { act: string; thing_id: number | null; after: unknown },
  kind: Done['kind'],
  id: number,
): boolean {
  if (kind === 'unit') return line.act === 'unit.add' && line.thing_id === id;
  return line.act === 'person.token' && (line.after as { token: number }).token === id;
}
