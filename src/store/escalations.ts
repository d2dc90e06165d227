import type { Instant } from '#base/civil-date.ts';
import type {
  Attendee,
  EscalationDraft,
  EscalationFacts,
  TalkPromise,
} from '#domain/escalation.ts';
import type { EscalationStep } from '#domain/ladder.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Place } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';
import { pageWithin } from './places.ts';

export interface Escalation {
  id: number;
  unitId: number;
  unit: string;
  orderId: number | null;
  step: EscalationStep;
  rule: string;
  facts: EscalationFacts;
  draft: EscalationDraft;
  state: StateOf<'escalation'>;
  proposedAt: Instant;
  decidedAt: Instant | null;
  decisionReason: string | null;
  carriedOutAt: Instant | null;
  outcome: string | null;
  version: number;
}

export interface NewEscalation {
  unitId: number;
  orderId: number;
  campaignId: number;
  step: EscalationStep;
  rule: string;
  facts: EscalationFacts;
  draft: EscalationDraft;
  at: Instant;
}

/** A proposed step; null when this rung proposed it for this order before. */
export async function insertEscalation(tx: Tx, made: NewEscalation): Promise<number | null> {
  const row = await tx
    .insertInto('escalations')
    .values({
      unit_id: made.unitId,
      order_id: made.orderId,
      campaign_id: made.campaignId,
      step: made.step,
      rule: made.rule,
      facts: toJson(made.facts),
      draft: toJson(made.draft),
      proposed_at: made.at,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'order_id', 'step', 'rule']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

function query(db: Database) {
  return db
    .selectFrom('escalations')
    .innerJoin('units', 'units.id', 'escalations.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'escalations.id',
      'escalations.unit_id as unitId',
      'units.name as unit',
      'escalations.order_id as orderId',
      'escalations.step',
      'escalations.rule',
      'escalations.facts',
      'escalations.draft',
      'escalations.state',
      'escalations.proposed_at as proposedAt',
      'escalations.decided_at as decidedAt',
      'escalations.decision_reason as decisionReason',
      'escalations.carried_out_at as carriedOutAt',
      'escalations.outcome',
      'escalations.version',
      'regions.path as region',
      'units.path as unitPath',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

function escalationOf({ region: _region, unitPath: _path, ...row }: Row): Escalation {
  return {
    ...row,
    facts: row.facts as EscalationFacts,
    draft: row.draft as EscalationDraft,
  };
}

/** A step with the place of its unit; null when there is none of that number. */
export async function findEscalation(
  db: Database,
  id: number,
): Promise<{ escalation: Escalation; place: Place } | null> {
  const row = await query(db).where('escalations.id', '=', id).executeTakeFirst();
  if (!row) return null;
  return { escalation: escalationOf(row), place: { region: row.region, unit: row.unitPath } };
}

/** Steps within a reach, newest first. A unit sees those that were carried out only. */
export async function listEscalations(
  db: Database,
  reach: Reach | null,
  filter: {
    state?: StateOf<'escalation'>;
    unit?: number;
    order?: number;
    after?: number;
    limit: number;
  },
): Promise<Escalation[]> {
  let rows = query(db)
    .where(await pageWithin(db, reach, 'escalations.unit_id'))
    .orderBy('escalations.id', 'desc')
    .limit(filter.limit);
  if (reach !== null && reach.regions.length === 0) {
    rows = rows.where('escalations.carried_out_at', 'is not', null);
  }
  if (filter.state !== undefined) rows = rows.where('escalations.state', '=', filter.state);
  if (filter.unit !== undefined) rows = rows.where('escalations.unit_id', '=', filter.unit);
  if (filter.order !== undefined) rows = rows.where('escalations.order_id', '=', filter.order);
  if (filter.after !== undefined) rows = rows.where('escalations.id', '<', filter.after);
  return (await rows.execute()).map(escalationOf);
}

/** Changes the letter of a step that is not carried out yet. */
export async function updateDraft(tx: Tx, id: number, draft: EscalationDraft): Promise<void> {
  await tx
    .updateTable('escalations')
    .set({ draft: toJson(draft) })
    .where('id', '=', id)
    .where('carried_out_at', 'is', null)
    .execute();
}

export interface Talk {
  id: number;
  escalationId: number;
  unitId: number;
  unit: string;
  state: StateOf<'talk'>;
  scheduledFor: Instant | null;
  talkPlace: string | null;
  attendees: Attendee[];
  facts: string | null;
  promises: TalkPromise[];
  heldAt: Instant | null;
  followedUpAt: Instant | null;
  version: number;
}

export async function insertTalk(
  tx: Tx,
  talk: { escalationId: number; unitId: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('talks')
    .values({ escalation_id: talk.escalationId, unit_id: talk.unitId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function talkQuery(db: Database) {
  return db
    .selectFrom('talks')
    .innerJoin('units', 'units.id', 'talks.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'talks.id',
      'talks.escalation_id as escalationId',
      'talks.unit_id as unitId',
      'units.name as unit',
      'talks.state',
      'talks.scheduled_for as scheduledFor',
      'talks.place as talkPlace',
      'talks.attendees',
      'talks.facts',
      'talks.promises',
      'talks.held_at as heldAt',
      'talks.followed_up_at as followedUpAt',
      'talks.version',
      'regions.path as region',
      'units.path as unitPath',
    ]);
}

type TalkRow = Awaited<ReturnType<ReturnType<typeof talkQuery>['execute']>>[number];

function talkOf({ region: _region, unitPath: _path, ...row }: TalkRow): Talk {
  return {
    ...row,
    attendees: row.attendees as Attendee[],
    promises: row.promises as TalkPromise[],
  };
}

/** A talk with the place of its unit; null when there is none of that number. */
export async function findTalk(
  db: Database,
  id: number,
): Promise<{ talk: Talk; place: Place } | null> {
  const row = await talkQuery(db).where('talks.id', '=', id).executeTakeFirst();
  return row ? { talk: talkOf(row), place: { region: row.region, unit: row.unitPath } } : null;
}

/** Talks within a reach, newest first. */
export async function listTalks(
  db: Database,
  reach: Reach | null,
  filter: { state?: StateOf<'talk'>; unit?: number; after?: number; limit: number },
): Promise<Talk[]> {
  let rows = talkQuery(db)
    .where(await pageWithin(db, reach, 'talks.unit_id'))
    .orderBy('talks.id', 'desc')
    .limit(filter.limit);
  if (filter.state !== undefined) rows = rows.where('talks.state', '=', filter.state);
  if (filter.unit !== undefined) rows = rows.where('talks.unit_id', '=', filter.unit);
  if (filter.after !== undefined) rows = rows.where('talks.id', '<', filter.after);
  return (await rows.execute()).map(talkOf);
}
