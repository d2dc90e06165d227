import { sql } from 'kysely';
import { computeDeadline } from '#domain/deadline.ts';
import type { Role } from '#domain/person.ts';
import { startClock } from '#domain/running-clock.ts';
import { hashPassword } from '#office/password.ts';
import { officeClock } from '#office/start-deadline.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import type { Database } from '#store/database/database.ts';
import { PASSWORD } from '../office/people-fill.ts';

/** A province's half-year. */
export const INQUIRIES = 137_000;
/** Units that are written to; the first of them gets every tenth letter. */
const UNITS = 400;
export const USERS = 50;

/** Who asks: of the whole province, of a city, of a unit that gets many letters, of one with few. */
export type Clerk = 'province' | 'city' | 'large-unit' | 'unit';

/** Fifty people who work at once. */
export const clerks: readonly { login: string; of: Clerk }[] = Array.from(
  { length: USERS },
  (_, order) => ({
    login: `clerk${order}`,
    of: (['province', 'province', 'city', 'large-unit', 'unit'] as const)[order % 5] ?? 'province',
  }),
);

/** Whether a database holds the letters already. */
export async function hasInquiries(db: Database): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select to_regclass('bench_inquiries') is not null as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Puts a half-year in, by the statements that acts would come to for the register that is there. */
export async function fillInquiries(db: Database, tell: (line: string) => void): Promise<void> {
  const started = performance.now();
  // On one connection, which may take as long as it needs; the large indexes are made at the end.
  await db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    const { rows: indexes } = await sql<{ name: string; made: string }>`
      select indexname as name, indexdef as made from pg_indexes
      where indexdef like '%using gin%' and tablename in ('inquiries', 'published_inquiries')
    `.execute(one);
    for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(one);
    await fillClerks(one);
    await insertInquiries(one);
    tell(`letters: ${Math.round((performance.now() - started) / 1000)} s`);
    await sql`insert into published_inquiries (inquiry_id, title, question, answer, published_at)
      select id, title, text, answer, ended_at from inquiries
      where state = 'published' order by ended_at`.execute(one);
    await insertClocks(one);
    await sql`insert into matter_events (thing, thing_id, at, what, state, text, is_open)
      select 'inquiry', id, received_at, 'submitted', 'received', text, true from inquiries
      union all
      select 'inquiry', id, changed_at, 'published', state, answer, true from inquiries
      where ended_at is not null`.execute(one);
    for (const { made } of indexes) await sql.raw(made).execute(one);
    await sql`create table bench_inquiries ()`.execute(one);
    await sql`vacuum analyze`.execute(one);
    await sql`reset statement_timeout`.execute(one);
  });
  tell(`all: ${Math.round((performance.now() - started) / 1000)} s`);
}

async function fillClerks(db: Database): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  const posts: Record<Clerk, { role: Role; region: number; unit: number | null }> = {
    province: { role: 'inspector', region: 1, unit: null },
    city: { role: 'inspector', region: 2, unit: null },
    'large-unit': { role: 'unit-editor', region: 1, unit: 1 },
    unit: { role: 'unit-editor', region: 1, unit: 7 },
  };
  for (const { login, of } of clerks) {
    const { id } = await db
      .insertInto('people')
      .values({ login, name: login, password_hash: hash, created_at: '2019-01-02T00:00:00Z' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { role, region, unit } = posts[of];
    await db
      .insertInto('posts')
      .values({ person_id: id, role, region_id: region, unit_id: unit })
      .execute();
  }
}

/** The newest came in just now; six thousand are open, a thousand of them not assigned yet. */
async function insertInquiries(db: Database): Promise<void> {
  await sql`
    insert into inquiries (receipt_hash, state, region_id, kind, unit_id, responsible_id, title,
      text, text_hash, may_publish, received_at, changed_at, met_at, ended_at, is_late, answer,
      answered_at, answered_by, satisfaction, rated_at)
    select 'sha256:' || lpad(n::text, 64, '0'), state,
      (select region_id from units where id = of_unit), kind, of_unit, of_unit,
      topic || '的问题（第' || n || '号）',
      '尊敬的领导：我是' || place || '小区的居民，关于' || topic || '，我有如下情况反映。' ||
      '去年以来多次到窗口咨询，工作人员的答复不一致，请问具体应当如何办理，需要哪些材料，' ||
      '办理时限是多长？另外' || place || '小区燃气何时开通？这是第' || n || '号来信，盼复。' ||
      case when n % 997 = 3 then '门口的窨井盖也破了。' else '' end,
      'sha256:' || lpad(n::text, 64, '1'), true, received, ended, ended,
      case when is_open then null else ended end, n % 11 = 0,
      case when is_open then null else '您好，关于' || topic || '，请携带身份证到' || place ||
        '政务服务中心办理，电话0715-8' || lpad((n % 1000000)::text, 6, '0') || '。' end,
      case when is_open then null else ended end, case when is_open then null else of_unit end,
      case when is_open or n % 3 = 0 then null else 'satisfied' end,
      case when is_open or n % 3 = 0 then null else ended end
    from (
      select n, n > ${sql.lit(INQUIRIES)} - 6000 as is_open,
        case when n > ${sql.lit(INQUIRIES)} - 1000 then 'received'
          when n > ${sql.lit(INQUIRIES)} - 6000 then 'handling'
          when n % 18 = 0 then 'withheld' else 'published' end as state,
        (array['question', 'complaint', 'suggestion', 'help'])[1 + n % 4] as kind,
        case when n % 10 = 0 then 1 else 1 + n % ${sql.lit(UNITS)} end as of_unit,
        (array['社保缴费', '公积金提取', '不动产登记', '学区划分', '道路维修', '噪声扰民',
          '物业收费', '供水水压', '公交线路', '医保报销', '户口迁移', '驾照换证'])[1 + n % 12]
          as topic,
        (array['温泉', '永安', '浮山', '桂花', '横沟', '双溪', '马桥', '官埠', '向阳',
          '汀泗'])[1 + n % 10] as place,
        now() - (${sql.lit(INQUIRIES)} - n) * interval '113 seconds' as received,
        least(now(), now() - (${sql.lit(INQUIRIES)} - n) * interval '113 seconds'
          + (n % 96) * interval '1 hour') as ended
      from generate_series(1, ${sql.lit(INQUIRIES)}) n
    ) made`.execute(db);
}

/** Clocks run as they are computed; all letters of a day have the same. */
async function insertClocks(db: Database): Promise<void> {
  const days = Array.from({ length: 200 }, (_, ago) => {
    const startedAt = new Date(Date.now() - ago * 86_400_000).toISOString();
    const clock = startClock(officeClock('inquiry-complaint'), startedAt);
    return computeDeadline(clock, announcedCalendar());
  });
  await sql`insert into deadlines (thing, thing_id, clock, unit_id, started_at, due_at, due_on,
      provisional, computation, met_at)
    select 'inquiry', i.id, 'inquiry-complaint', i.responsible_id, i.received_at,
      (told.day->>'dueAt')::timestamptz, (told.day->>'dueOn')::date, false, told.day, i.ended_at
    from inquiries i join jsonb_array_elements(${JSON.stringify(days)}::jsonb) told(day)
      on (told.day->>'startedAt')::timestamptz::date = i.received_at::date`.execute(db);
}
