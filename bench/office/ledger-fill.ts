import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { FIRST_HASH, type LedgerNote } from '#domain/ledger.ts';
import { hashOf } from '#store/ledger.ts';
import type { Actors } from './rounds-sql.ts';

/** The chain as it goes on from round to round. */
export interface Chain {
  number: number;
  hash: string;
}

export const newChain = (): Chain => ({ number: 0, hash: FIRST_HASH });

type Line = Partial<LedgerNote> & Pick<LedgerNote, 'act' | 'thing' | 'thingId'>;

/** Writes the lines that a round left behind, chained as the service chains them. */
export async function fillLedger(
  client: pg.PoolClient,
  chain: Chain,
  { round, actors }: { round: number; actors: Actors },
): Promise<void> {
  const at = new Date(Date.UTC(2019, 1 + (round - 1) * 3, 15, 8)).toISOString();
  const ids = async (table: string) =>
    (
      await client.query(
        `select id::integer as id from ${table} where campaign_id = ${round} order by id`,
      )
    ).rows as { id: number }[];
  const inspections = await ids('inspections');
  const findings = (
    await client.query(
      `select id::integer as id from findings where campaign_id = ${round} and review <> 'open'`,
    )
  ).rows as { id: number }[];
  const orders = await ids('orders');
  const lines = linesOf(round, actors, { inspections, findings, orders });
  const rows = function* () {
    for (const [actor, line] of lines) yield rowOf(chain, at, actor, line);
  };
  const copy = copyFrom(
    'copy ledger (number, at, actor, act, thing, thing_id, before, after, reason, previous_hash, hash) from stdin',
  );
  const from = chain.number;
  await client.query('alter table ledger disable trigger ledger_placed');
  await pipeline(Readable.from(rows()), client.query(copy));
  await client.query('alter table ledger enable trigger ledger_placed');
  await client.query(placesSql, [from]);
}

/** Where the lines behind a number lie: what the trigger would say of each, said of all at once. */
const placesSql = `
  insert into ledger_places (region_id, number)
  select units.region_id, line.number from ledger line
    left join findings on line.thing in ('finding', 'review') and findings.id = line.thing_id
    left join inspections on line.thing = 'inspection' and inspections.id = line.thing_id
    left join orders on line.thing = 'order' and orders.id = line.thing_id
    left join sites on sites.id = coalesce(findings.site_id, inspections.site_id)
    join units on units.id = coalesce(sites.unit_id, orders.unit_id)
    where line.number > $1
  union all
  select campaigns.region_id, line.number from ledger line
    join campaigns on line.thing = 'campaign' and campaigns.id = line.thing_id
    where line.number > $1
  order by 1, 2`;

interface Ids {
  inspections: { id: number }[];
  findings: { id: number }[];
  orders: { id: number }[];
}

function* linesOf(
  round: number,
  actors: Actors,
  { inspections, findings, orders }: Ids,
): Generator<[string, Line]> {
  const inspector = `person:${actors.inspector}`;
  const moved = (thing: string, thingId: number, before: string, after: string): Line => {
    return {
      act: `${thing}.${after}`,
      thing,
      thingId,
      before: { state: before },
      after: { state: after },
    };
  };
  yield [inspector, { act: 'campaign.open', thing: 'campaign', thingId: round, after: { round } }];
  yield [inspector, moved('campaign', round, 'draft', 'running')];
  for (const { id } of inspections) {
    const job = 'job:inspect-site';
    yield [job, moved('inspection', id, 'queued', 'running')];
    yield [job, moved('inspection', id, 'running', 'measured')];
    const after = { verdict: 'pass', score: 98.5, seal: `sha256:${'0'.repeat(64)}` };
    yield [job, { act: 'inspection.judged', thing: 'inspection', thingId: id, after }];
  }
  for (const { id } of findings) {
    yield [`person:${actors.reviewer}`, moved('review', id, 'open', 'accepted')];
  }
  for (const { id } of orders) {
    const after = { campaignId: round, unitId: id, findings: [id] };
    yield [inspector, { act: 'order.issue', thing: 'order', thingId: id, after }];
    yield [inspector, moved('order', id, 'issued', 'received')];
    yield [inspector, moved('order', id, 'received', 'replied')];
    yield ['job:recheck-order', moved('order', id, 'rechecking', 'passed')];
    yield [inspector, moved('order', id, 'passed', 'closed')];
  }
}

function rowOf(chain: Chain, at: string, actor: string, line: Line): string {
  const full = { before: null, after: null, reason: null, ...line };
  const number = chain.number + 1;
  const hash = hashOf({ ...full, number, at, actor, previousHash: chain.hash });
  const cells = [
    number,
    at,
    actor,
    full.act,
    full.thing,
    full.thingId,
    full.before === null ? '\\N' : JSON.stringify(full.before),
    full.after === null ? '\\N' : JSON.stringify(full.after),
    '\\N',
    chain.hash,
    hash,
  ];
  chain.number = number;
  chain.hash = hash;
  return `${cells.join('\t')}\n`;
}
