import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { present } from '#base/assert.ts';
import { canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { Finding } from '#domain/finding.ts';
import { mayMove, type Thing } from '#domain/moves.ts';
import { packagedRubric } from '#score/testing/packaged-rubric.ts';
import { scoreSite } from '#score/score-site.ts';
import { verifyLedger } from '#store/ledger.ts';
import { acceptFindings } from './accept-findings.ts';
import { assignAppeal } from './assign-appeal.ts';
import { claimExplanation } from './claim-explanation.ts';
import { decideAppeal } from './decide-appeal.ts';
import { decideExplanation } from './decide-explanation.ts';
import type { Desk } from './desk.ts';
import { fileAppeal } from './file-appeal.ts';
import { mergeFindings } from './merge-findings.ts';
import { reopenFindings } from './reopen-findings.ts';
import { setAsideFindings } from './set-aside-findings.ts';
import { startHearing } from './start-hearing.ts';
import { plantFinding } from './testing/sample-judging.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import type { SampleLogin } from './testing/sample-people.ts';
import { voidExplanation } from './void-explanation.ts';
import { withdrawAppeal } from './withdraw-appeal.ts';

const actors: SampleLogin[] = [
  ...(['inspector', 'inspector2', 'reviewer', 'reviewer2', 'leader'] as const),
  ...(['editor', 'head', 'otherEditor', 'auditor', 'admin', 'countyInspector'] as const),
];
const people: SampleLogin[] = ['reviewer', 'reviewer2', 'reviewer', 'reviewer2', 'inspector'];

/** A world with a few findings of two sites, two of them grave. */
interface World {
  office: SampleOffice;
  findings: number[];
}

interface Step {
  who: SampleLogin;
  one: number;
  two: number;
  yes: boolean;
  person: SampleLogin;
}

type Deed = (world: World, desk: Desk, step: Step) => Promise<unknown>;

const idle: Omit<Step, 'one' | 'two'> = { who: 'inspector', yes: true, person: 'reviewer' };
/** Drawn more often, since one leads to the other. */
const frequent = ['appeal', 'appeal', 'assign', 'assign', 'decide', 'decide', 'decide', 'explain'];
const proof = { proof: null };
const decision = '依据记录';
const deeds: Record<string, Deed> = {
  accept: (_, desk, { one, two, yes }) => acceptFindings(desk, yes ? [one, two] : [one]),
  setAside: (_, desk, { one }) => setAsideFindings(desk, [one], decision),
  merge: (_, desk, { one, two }) => mergeFindings(desk, one, [two], decision),
  reopen: (_, desk, { one }) => reopenFindings(desk, [one], decision),
  hear: ({ office }, desk) => startHearing(desk, office.campaignId),
  claim: (_, desk, { one }) => claimExplanation(desk, one, { statement: '无', ...proof }),
  explain: async (world, desk, { one, yes }) => {
    const given = yes
      ? { approve: true as const, validUntil: '2019-12-31', decision }
      : { approve: false as const, decision };
    await decideExplanation(desk, await newest(world, 'explanations', one), given);
  },
  voidIt: async (world, desk, { one }) =>
    voidExplanation(desk, await newest(world, 'explanations', one), decision),
  appeal: (_, desk, { one }) => fileAppeal(desk, one, { grounds: '有异议', ...proof }),
  assign: async (world, desk, { one, person }) =>
    assignAppeal(desk, await newest(world, 'appeals', one), world.office.people[person].id),
  withdraw: async (world, desk, { one }) =>
    withdrawAppeal(desk, await newest(world, 'appeals', one)),
  decide: async (world, desk, { one, yes }) =>
    decideAppeal(desk, await newest(world, 'appeals', one), { upheld: yes, decision }),
};

/** Who may ever succeed in a deed: told here by hand, not from the table of rights. */
const entitled: Record<string, SampleLogin[]> = {
  accept: ['inspector', 'inspector2', 'reviewer', 'reviewer2'],
  setAside: ['inspector', 'inspector2', 'reviewer', 'reviewer2'],
  merge: ['inspector', 'inspector2', 'reviewer', 'reviewer2'],
  reopen: ['inspector', 'inspector2', 'reviewer', 'reviewer2'],
  hear: ['inspector', 'inspector2'],
  claim: ['editor', 'head', 'otherEditor'],
  explain: ['reviewer', 'reviewer2'],
  voidIt: ['reviewer', 'reviewer2'],
  appeal: ['editor', 'head', 'otherEditor'],
  assign: ['inspector', 'inspector2', 'reviewer', 'reviewer2', 'leader'],
  withdraw: ['editor', 'head', 'otherEditor'],
  decide: ['reviewer', 'reviewer2'],
};

async function newest(
  { office }: World,
  table: 'appeals' | 'explanations',
  finding: number,
): Promise<number> {
  const row = await office.db
    .selectFrom(table)
    .select('id')
    .where('finding_id', '=', finding)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 999_999;
}

async function openWorld(lifts: boolean): Promise<World> {
  const office = await openSampleOffice();
  await sql`update campaigns set settings =
    jsonb_set(settings, '{explanationsLift}', ${JSON.stringify(lifts)}::jsonb)`.execute(office.db);
  const suspected = { id: 'g1', kind: 'grave-error', state: 'suspected' } as const;
  const confirmed = { id: 'g2', kind: 'hidden-link', state: 'confirmed' } as const;
  const planted = [
    await plantFinding(office, 'minzheng', suspected),
    await plantFinding(office, 'minzheng', confirmed),
  ];
  const known = ['minzheng-0-0', 'minzheng-0-1', 'linye-0-0'].map((key) =>
    present(office.findingIds[key], key),
  );
  return { office, findings: [...known, ...planted] };
}

interface Snapshot {
  review: Map<number, string>;
  appeal: Map<number, string>;
  explanation: Map<number, string>;
  campaign: Map<number, string>;
  all: string;
}

async function look({ office: { db } }: World): Promise<Snapshot> {
  const all = async (table: string) =>
    (await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by id`.execute(db))
      .rows;
  const [findings, appeals, explanations, campaigns, inspections] = await Promise.all(
    ['findings', 'appeals', 'explanations', 'campaigns', 'inspections'].map(all),
  );
  const states = (rows: Record<string, unknown>[] | undefined, column: string) =>
    new Map((rows ?? []).map((row) => [Number(row['id']), String(row[column])]));
  const { count } = await db
    .selectFrom('ledger')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    review: states(findings, 'review'),
    appeal: states(appeals, 'state'),
    explanation: states(explanations, 'state'),
    campaign: states(campaigns, 'state'),
    all: canonicalLine([findings, appeals, explanations, campaigns, inspections, count]),
  };
}

function assertMoves(before: Snapshot, after: Snapshot): void {
  const born: Partial<Record<Thing, string>> = { appeal: 'filed', explanation: 'claimed' };
  for (const thing of ['review', 'appeal', 'explanation', 'campaign'] as const) {
    for (const [id, to] of after[thing]) {
      const from = before[thing].get(id);
      if (from === undefined) assert.equal(to, born[thing]);
      else if (from !== to) assert.ok(mayMove(thing, from, to), `${thing} ${from} → ${to}`);
    }
  }
}

/** Told from the tables by SQL of its own and the bare rubric: what must be charged and scored. */
async function assertScores({ office }: World, lifts: boolean): Promise<void> {
  const { rows } = await sql<{ inspection: number; finding: Finding }>`
    select inspection_id as inspection, finding || jsonb_build_object('state', state) as finding
    from findings f where state in ('confirmed', 'unmeasured')
      and review not in ('set-aside', 'merged')
      and not exists (select from appeals where finding_id = f.id and state = 'upheld')
      and not (${lifts} and exists (select from explanations where finding_id = f.id
               and state = 'approved' and valid_until >= '2019-05-27'))
  `.execute(office.db);
  const rubric = packagedRubric('cn-census-2015');
  const inspections = await office.db.selectFrom('inspections').selectAll().execute();
  for (const { id, site, card, score, verdict } of inspections) {
    const findings = rows.filter(({ inspection }) => inspection === id).map((row) => row.finding);
    const { looked } = card as InspectionCard;
    const wanted = scoreSite({ kind: site.kind, findings, looked }, rubric);
    assert.deepEqual([score, verdict], [wanted.score, wanted.verdict], site.key);
    assert.equal(card?.score, wanted.score === null ? null : wanted.score / 100);
    const charged = (lines: { findings: string[] }[] = []) => lines.map((line) => line.findings);
    assert.deepEqual(charged(card?.deductions), charged(wanted.deductions));
    assert.deepEqual(charged(card?.vetoes), charged(wanted.vetoes));
  }
}

async function assertTwoPersons({ office: { db } }: World): Promise<void> {
  const alone = await sql`
    select id from findings where reviewed_by = seconded_by
      or (kind in ('grave-error', 'hidden-link') and review in ('accepted', 'set-aside')
          and seconded_by is null)
      or (kind = 'grave-error' and state = 'confirmed' and review <> 'accepted')`.execute(db);
  assert.deepEqual(alone.rows, []);
}

/** The one who decided had reviewed nothing of it, just then and before. */
async function assertImpartial({ office: { db } }: World, step: Step, who: number): Promise<void> {
  const row = await db
    .selectFrom('findings')
    .select(['reviewed_by', 'seconded_by'])
    .where('id', '=', step.one)
    .executeTakeFirstOrThrow();
  assert.ok(who !== row.reviewed_by && who !== row.seconded_by, 'judge of his own review');
}

async function live(world: World, names: readonly string[], steps: readonly Step[]) {
  const { office } = world;
  let done = 0;
  for (const [index, step] of steps.entries()) {
    const name = present(names[index], 'a deed');
    const before = await look(world);
    try {
      await present(deeds[name], name)(world, office.desk(step.who), step);
      done += 1;
      assert.ok(entitled[name]?.includes(step.who), `${step.who} did ${name}`);
      if (name === 'decide' || name === 'explain') {
        await assertImpartial(world, step, office.people[step.who].id);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      assert.equal((await look(world)).all, before.all, `${name} refused, yet it changed things`);
    }
    assertMoves(before, await look(world));
  }
  return done;
}

/**
 * Mostly somebody who may, and what is there to be done: else nearly every history would be a list
 * of refusals.
 */
async function directed(world: World, deed: string, isApt: boolean, step: Step): Promise<Step> {
  if (!isApt) return step;
  const able = present(entitled[deed], deed);
  const who = present(able[(step.one + step.two) % able.length], 'somebody');
  const table = ['assign', 'withdraw', 'decide'].includes(deed)
    ? ('appeals' as const)
    : ['explain', 'voidIt'].includes(deed)
      ? ('explanations' as const)
      : null;
  const isUnits = deed === 'appeal' || deed === 'claim';
  if (isUnits) return { ...step, who: step.one === world.findings[2] ? 'otherEditor' : 'editor' };
  if (table === null) return { ...step, who };
  const { db, people: all } = world.office;
  const open = await db
    .selectFrom(table)
    .selectAll()
    .where('state', 'in', ['filed', 'assigned', 'claimed', 'approved'] as never)
    .orderBy('id')
    .execute();
  const row = open[step.two % Math.max(1, open.length)];
  if (!row) return { ...step, who };
  const judge = 'assigned_to' in row ? row.assigned_to : null;
  const assigned = actors.find((login) => all[login].id === judge);
  const one = row.finding_id;
  if (deed !== 'decide') return { ...step, one, who };
  return { ...step, one, who: assigned ?? who, yes: step.yes || step.two !== world.findings[0] };
}

test('whatever people do, charges and scores follow, two persons stay two, states keep to the table', async () => {
  const step = fc.record({
    deed: fc.constantFrom(...Object.keys(deeds), ...frequent),
    who: fc.constantFrom(...actors),
    one: fc.nat(4),
    two: fc.nat(4),
    yes: fc.boolean(),
    person: fc.constantFrom(...people),
    apt: fc.integer({ min: 0, max: 9 }),
  });
  const done: Record<string, number> = {};
  const life = fc.asyncProperty(
    fc.array(step, { minLength: 40, maxLength: 50 }),
    fc.boolean(),
    async (drawn, lifts) => {
      const world = await openWorld(lifts);
      try {
        const at = (index: number) => present(world.findings[index], 'a finding');
        // Planted findings are not scored yet: the first act on their site does that.
        await reopenFindings(
          world.office.desk('reviewer'),
          await acceptFirst(world, at(0)),
          '从头开始',
        );
        for (const [index, one] of drawn.entries()) {
          if (index === 4) await live(world, ['hear'], [{ ...idle, one: at(0), two: at(1) }]);
          const given = await directed(world, one.deed, one.apt < 8, {
            who: one.who,
            one: at(one.one),
            two: at(one.two),
            yes: one.yes,
            person: one.person,
          });
          const worked = await live(world, [one.deed], [given]);
          done[one.deed] = (done[one.deed] ?? 0) + worked;
          await assertScores(world, lifts);
          await assertTwoPersons(world);
        }
        assert.equal((await verifyLedger(world.office.db)).broken, null);
      } finally {
        await world.office.close();
      }
    },
  );
  // The same lives each time, so that they are known to say something: `seed` renews them.
  await fc.assert(life, { numRuns: 4, endOnFailure: true, seed: 20_190_527 });
  for (const deed of ['setAside', 'merge', 'explain', 'appeal', 'assign', 'decide']) {
    assert.ok((done[deed] ?? 0) > 0, `nobody ever did ${deed}: the lives say little`);
  }
});

async function acceptFirst({ office }: World, id: number): Promise<number[]> {
  await acceptFindings(office.desk('reviewer'), [id]);
  return [id];
}
