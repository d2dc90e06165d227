import { performance } from 'node:perf_hooks';
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { askInquiries, askInquiry, askQueues } from '#office/ask-matters.ts';
import { matterStatistics, askMatterStatistics } from '#office/ask-matter-statistics.ts';
import type { Desk } from '#office/desk.ts';
import { listPublishedInquiries } from '#office/list-published-inquiries.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk, sampleInquiry } from '#office/testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { officeClock } from '#office/start-deadline.ts';
import { computeDeadline } from '#domain/deadline.ts';
import { startClock } from '#domain/running-clock.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- inquiries [--rounds N] [--only NAME,…] : lists, searches, figures and new
// letters over 137,000 inquiries, a province's half-year, for 50 users at once.

const INQUIRIES = 137_000;
const UNITS = 400;
const USERS = 50;

type Question = (desks: Desks, order: number) => Promise<unknown>;

interface Desks {
  inspector: Desk;
  editor: Desk;
  public: Desk;
}

const period = { from: '2019-01-01', to: '2019-06-30' };
const places = ['温泉', '永安', '浮山', '桂花', '横沟', '双溪', '马桥', '官埠', '向阳', '汀泗'];

const questions: Readonly<Record<string, Question>> = {
  'list, first page': ({ inspector }) => askInquiries(inspector, { limit: 50 }),
  'list, deep page': ({ inspector }, order) =>
    askInquiries(inspector, { limit: 50, after: 137_000 - order * 397 }),
  'list of a unit': ({ editor }) => askInquiries(editor, { limit: 50 }),
  'queue, to assign': ({ inspector }) => askInquiries(inspector, { queue: 'triage', limit: 50 }),
  'queue, overdue': ({ inspector }) => askInquiries(inspector, { queue: 'overdue', limit: 50 }),
  'queue, near its end': ({ inspector }) =>
    askInquiries(inspector, { queue: 'near-due', limit: 50 }),
  'numbers of the queues': ({ inspector }) => askQueues(inspector),
  'search, common word': ({ inspector }) => askInquiries(inspector, { q: '社保', limit: 50 }),
  'search, two words in one': ({ inspector }, order) =>
    askInquiries(inspector, { q: `${places[order % places.length]}小区燃气`, limit: 50 }),
  'search, one letter': ({ inspector }, order) =>
    askInquiries(inspector, { q: `第${order * 41 + 7}号来信`, limit: 50 }),
  'search, nothing': ({ inspector }, order) =>
    askInquiries(inspector, { q: `无此事${order}`, limit: 50 }),
  'search of a unit': ({ editor }) => askInquiries(editor, { q: '燃气', limit: 50 }),
  'filter by kind and days': ({ inspector }, order) =>
    askInquiries(inspector, {
      kind: 'complaint',
      from: '2019-03-01',
      to: `2019-03-${String(10 + (order % 20))}`,
      limit: 50,
    }),
  'one inquiry': ({ inspector }, order) => askInquiry(inspector, 1 + order * 41),
  'public list': (desks) => listPublishedInquiries(desks.public.db, { limit: 50 }),
  'public search, common word': (desks) =>
    listPublishedInquiries(desks.public.db, { q: '社保', limit: 50 }),
  'public search, nothing': (desks, order) =>
    listPublishedInquiries(desks.public.db, { q: `无此事${order}`, limit: 50 }),
  statistics: ({ inspector }) => askMatterStatistics(inspector, period),
  submission: (desks) => submitInquiry(desks.public, sampleInquiry()),
};

export async function benchInquiries({ rounds, json, only }: BenchOptions): Promise<void> {
  const office = await openSampleOffice();
  try {
    const figures: Record<string, unknown> = { 'filled in': await fill(office) };
    office.setClock('2019-06-25T02:00:00.000Z');
    const desks = {
      inspector: office.desk('inspector'),
      editor: office.desk('editor'),
      public: publicDesk(office),
    };
    const started = performance.now();
    await matterStatistics(office.db, null, period, desks.inspector.now());
    figures['statistics, worked out alone'] = `${Math.round(performance.now() - started)} ms`;
    for (const [name, question] of Object.entries(questions)) {
      if (only.length > 0 && !only.some((one) => name.startsWith(one))) continue;
      figures[name] = await measure(desks, rounds, question);
      if (!json) process.stdout.write(`${name}: ${JSON.stringify(figures[name])}\n`);
    }
    figures['load'] = loadavg().map((one) => one.toFixed(1));
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    await office.close();
  }
}

/** Puts a half-year in, by the statements that acts would come to. */
async function fill({ db, places: { city, unit } }: SampleOffice): Promise<string> {
  const started = performance.now();
  // On one connection, which may take as long as it needs; the large indexes are made at the end.
  await db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    await sql`drop index inquiries_pairs, published_inquiries_pairs`.execute(one);
    await sql`insert into units (region_id, name, path, position)
      select ${city.id}, '第' || n || '局', '/' || 900000 + n || '/', 100 + n
      from generate_series(1, ${UNITS}) n`.execute(one);
    await sql`update units set path = '/' || id || '/' where path like '/900%'`.execute(one);
    await insertInquiries(one, { region: city.id, unit: unit.id });
    await sql`insert into published_inquiries (inquiry_id, title, question, answer, published_at)
      select id, title, text, answer, ended_at from inquiries
      where state = 'published'`.execute(one);
    await insertClocks(one);
    await sql`insert into matter_events (thing, thing_id, at, what, state, text, is_open)
      select 'inquiry', id, received_at, 'submitted', 'received', text, true from inquiries
      union all
      select 'inquiry', id, changed_at, 'published', state, answer, true from inquiries
      where ended_at is not null`.execute(one);
    for (const table of ['inquiries', 'published_inquiries']) {
      await sql`create index ${sql.ref(`${table}_pairs`)} on ${sql.table(table)}
        using gin (pairs) with (fastupdate = off)`.execute(one);
    }
    await sql`vacuum analyze`.execute(one);
    await sql`reset statement_timeout`.execute(one);
  });
  return `${Math.round((performance.now() - started) / 1000)} s`;
}

async function insertInquiries(
  db: SampleOffice['db'],
  { region, unit }: { region: number; unit: number },
): Promise<void> {
  await sql`
    insert into inquiries (receipt_hash, state, region_id, kind, unit_id, responsible_id, title,
      text, text_hash, may_publish, received_at, changed_at, met_at, ended_at, is_late, answer,
      answered_at, answered_by, satisfaction, rated_at)
    select 'sha256:' || lpad(n::text, 64, '0'), state, ${region}, kind, of_unit, of_unit,
      topic || '的问题（第' || n || '号）',
      '尊敬的领导：我是' || place || '小区的居民，关于' || topic || '，我有如下情况反映。' ||
      '去年以来多次到窗口咨询，工作人员的答复不一致，请问具体应当如何办理，需要哪些材料，' ||
      '办理时限是多长？另外' || place || '小区燃气何时开通？这是第' || n || '号来信，盼复。',
      'sha256:' || lpad(n::text, 64, '1'), true, received, ended, ended,
      case when is_open then null else ended end, n % 11 = 0,
      case when is_open then null else '您好，关于' || topic || '，请携带身份证到' || place ||
        '政务服务中心办理，电话0715-8' || lpad((n % 1000000)::text, 6, '0') || '。' end,
      case when is_open then null else ended end, case when is_open then null else of_unit end,
      case when is_open or n % 3 = 0 then null else 'satisfied' end,
      case when is_open or n % 3 = 0 then null else ended end
    from (
      select n, n > ${INQUIRIES} - 6000 as is_open,
        case when n > ${INQUIRIES} - 1000 then 'received'
          when n > ${INQUIRIES} - 6000 then 'handling'
          when n % 18 = 0 then 'withheld' else 'published' end as state,
        (array['question', 'complaint', 'suggestion', 'help'])[1 + n % 4] as kind,
        case when n % 500 = 0 then ${unit} else
          (select min(id) from units where position = 101) + n % ${UNITS} end as of_unit,
        (array['社保缴费', '公积金提取', '不动产登记', '学区划分', '道路维修', '噪声扰民',
          '物业收费', '供水水压', '公交线路', '医保报销', '户口迁移', '驾照换证'])[1 + n % 12]
          as topic,
        (array['温泉', '永安', '浮山', '桂花', '横沟', '双溪', '马桥', '官埠', '向阳',
          '汀泗'])[1 + n % 10] as place,
        timestamptz '2019-01-01 08:00+08' + n * interval '110 seconds' as received,
        timestamptz '2019-01-01 08:00+08' + n * interval '110 seconds'
          + (n % 96) * interval '1 hour' as ended
      from generate_series(1, ${INQUIRIES}) n
    ) made`.execute(db);
}

async function insertClocks(db: SampleOffice['db']): Promise<void> {
  const startedAt = '2019-05-20T01:00:00.000Z';
  const clock = startClock(officeClock('inquiry-complaint'), startedAt);
  const computed = JSON.stringify(computeDeadline(clock, announcedCalendar()));
  await sql`insert into deadlines (thing, thing_id, clock, unit_id, started_at, due_at, due_on,
      provisional, computation, met_at)
    select 'inquiry', id, 'inquiry-complaint', responsible_id, received_at,
      received_at + interval '7 days', (received_at + interval '7 days')::date, false,
      ${computed}::jsonb, ended_at from inquiries`.execute(db);
}

interface Figures {
  p50: number;
  p99: number;
}

/** Every user asks `rounds` times, all at once; times as a user waits for them. */
async function measure(desks: Desks, rounds: number, ask: Question): Promise<Figures> {
  await ask(desks, 0);
  const times: number[] = [];
  const user = async (number: number) => {
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await ask(desks, (number * rounds + round) % 300);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: USERS }, (_, number) => user(number)));
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10;
  return { p50: at(0.5), p99: at(0.99) };
}
