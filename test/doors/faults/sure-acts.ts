import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficePerson } from '../../office/office-client.ts';
import type { WholeService } from './whole-service.ts';

/** An act that the service said was done. */
interface Done {
  kind: 'unit' | 'campaign';
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
 * Adds units and drafts of campaigns one after the other, each under a key of its own and as often
 * as it takes until it is acknowledged. Of a unit the name is taken once; of campaigns there may
 * be as many of one name as were asked for, so one that was opened twice shows.
 */
export function keepActing(person: OfficePerson, regionId: number): Actor {
  const actor: Actor = { done: [], again: new Map(), refused: [], stop: async () => undefined };
  let isOver = false;
  const act = async (number: number) => {
    const kind = number % 2 === 0 ? 'unit' : 'campaign';
    const name = kind === 'unit' ? `第${number}单位` : `第${number}次抽查`;
    const [path, body] =
      kind === 'unit'
        ? ['/units', { name, regionId }]
        : ['/campaigns', { name, regionId, period: '2019年', asOf: '2019-05-27' }];
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
  const { units, campaigns, lines } = await service.ask(async (db) => ({
    units: await db.selectFrom('units').select(['id', 'name']).execute(),
    campaigns: await db.selectFrom('campaigns').select(['id', 'name']).execute(),
    lines: await db.selectFrom('ledger').select(['act', 'thing_id']).execute(),
  }));
  for (const { kind, name, id } of actor.done) {
    const named = (kind === 'unit' ? units : campaigns).filter((row) => row.name === name);
    if (named.length !== 1 || named[0]?.id !== id) {
      untruths.push(`${name} was acknowledged as ${id} and is there ${named.length} times`);
    }
    const act = kind === 'unit' ? 'unit.add' : 'campaign.open';
    const noted = lines.filter((line) => line.act === act && line.thing_id === id).length;
    if (noted !== 1) untruths.push(`${name} stands in the ledger ${noted} times`);
  }
  return untruths;
}
