import { AS_OF, SITE, TEMPLATES } from './templates.ts';

// One round: a campaign of all sites with what followed from it, in states that acts leave behind.

/** Rounds begin in the first quarter of 2019; the last is being heard. */
export const ROUNDS = 24;

/** Who acts: made before by `people.ts`. */
export interface Actors {
  inspector: number;
  reviewer: number;
  leader: number;
}

export interface RoundTerms {
  round: number;
  actors: Actors;
  rubric: string;
  settings: string;
}

/** A statement and its values. */
export type Statement = [string, unknown[]];

const day = (round: number) => `(date '2019-02-15' + (${round} - 1) * interval '3 months')`;

export function roundStatements({ round, actors, rubric, settings }: RoundTerms): Statement[] {
  const isLast = round === ROUNDS;
  const state = isLast ? 'hearing' : round === ROUNDS - 1 ? 'published' : 'closed';
  const at = `(${day(round)} + interval '8 hours')`;
  const year = 2019 + Math.floor((round - 1) / 4);
  const name = `${year}年第${1 + ((round - 1) % 4)}季度`;
  const sample = { mode: 'all', share: 1, strata: [], seed: String(round), excluded: [] };
  const brief = { region: '试验省', period: name, date: AS_OF };
  return [
    [
      `insert into campaigns (id, region_id, name, period, state, as_of, rubric, settings, sample,
         brief, opened_by, opened_at, started_at, published_at, hearing_until)
         overriding system value
       values (${round}, 1, $1, $2, '${state}', ${day(round)}, $3, $4, $5, $6, ${actors.inspector},
         ${at}, ${at}, ${isLast ? 'null' : `${at} + interval '20 days'`},
         ${isLast ? `now() + interval '3 days'` : `${at} + interval '10 days'`})`,
      [
        `${name}政府网站抽查`,
        name,
        rubric,
        settings,
        JSON.stringify(sample),
        JSON.stringify(brief),
      ],
    ],
    [
      `insert into inspections (campaign_id, site_id, position, site, state, progress, started_at,
         finished_at, seen_at, verdict, score, card, first_card, seal)
       select ${round}, s.id, s.position, jsonb_build_object('key', s.key, 'unit', u.name,
           'homepage', s.homepage, 'siteIdCode', s.site_id_code, 'kind', 'department'),
         'measured', '{"state":"done","pages":312,"targets":1480,"queued":0,"look":0,"looks":2}',
         ${at}, ${at} + interval '100 seconds', ${at} + interval '100 seconds', t.verdict, t.score,
         replace(t.card, '${SITE}', s.id::text)::jsonb,
         replace(t.card, '${SITE}', s.id::text)::jsonb, 'sha256:' || repeat('0', 64)
       from sites s join units u on u.id = s.unit_id
       join bench_templates t on t.id = (s.id * 7 + ${Math.floor(round / 4)} * 13) % ${TEMPLATES}
       where s.state = 'online' order by s.position`,
      [],
    ],
    [
      `insert into findings (inspection_id, campaign_id, site_id, key, kind, state, finding, review,
         review_reason, reviewed_by, reviewed_at)
       select i.id, i.campaign_id, i.site_id, f #>> '{finding,id}', f #>> '{finding,kind}',
         f #>> '{finding,state}', f -> 'finding', r.review,
         case r.review when 'set-aside' then '核实后属正常' end,
         case when r.review <> 'open' then ${actors.reviewer} end,
         case when r.review <> 'open' then ${at} + interval '5 days' end
       from inspections i
       join bench_templates t on t.id = (i.site_id * 7 + ${Math.floor(round / 4)} * 13) % ${TEMPLATES}
       cross join lateral jsonb_array_elements(
         replace(t.findings, '${SITE}', i.site_id::text)::jsonb) f
       cross join lateral (select case when ${isLast} and i.id % 3 = 0 and f ->> 'review' = 'accepted'
         then 'open' else f ->> 'review' end as review) r
       where i.campaign_id = ${round} order by i.id`,
      [],
    ],
    ...heardStatements(round, isLast, at, actors),
    ...(isLast ? [] : orderStatements(round, at, actors)),
  ];
}

function heardStatements(round: number, isLast: boolean, at: string, actors: Actors): Statement[] {
  const open = isLast
    ? `case f.id % 3 when 0 then 'filed' when 1 then 'assigned' else 'refused' end`
    : `'refused'`;
  return [
    [
      `insert into appeals (finding_id, state, grounds, filed_by, filed_at, assigned_to, decided_by,
         decided_at, decision)
       select a.id, a.state, '该栏目已于检查前更新，附截图。', ${actors.inspector},
         ${at} + interval '6 days',
         case when a.state <> 'filed' then ${actors.reviewer} end,
         case when a.state = 'refused' then ${actors.reviewer} end,
         case when a.state = 'refused' then ${at} + interval '8 days' end,
         case when a.state = 'refused' then '经核查，问题属实。' end
       from (select f.id, ${open} as state from findings f where f.campaign_id = ${round}
         and f.state = 'confirmed' and f.review = 'accepted' and f.id % 50 = 0) a`,
      [],
    ],
    [
      `insert into explanations (finding_id, site_id, state, statement, claimed_by, claimed_at,
         decided_by, decided_at, decision, valid_until)
       select f.id, f.site_id, case f.id % 2 when 0 then 'approved' else 'refused' end,
         '本年度无此类信息。', ${actors.inspector}, ${at} + interval '6 days', ${actors.reviewer},
         ${at} + interval '7 days', '已核', case f.id % 2 when 0 then (${at} + interval '1 year')::date end
       from findings f where f.campaign_id = ${round} and f.kind = 'channel-stale'
         and f.state = 'confirmed' and f.id % 10 < 2`,
      [],
    ],
  ];
}

function orderStatements(round: number, at: string, actors: Actors): Statement[] {
  const isOpen = round === ROUNDS - 1;
  const state = isOpen
    ? `(array['issued','received','replied','passed','closed'])[1 + u.unit_id % 5]`
    : `'closed'`;
  return [
    [
      `insert into orders (campaign_id, unit_id, state, issued_by, issued_at, received_by,
         received_at, replied_by, replied_at, times_failed, closed_by, closed_at)
       select ${round}, unit_id, state, ${actors.inspector}, ${at} + interval '21 days',
         case when state <> 'issued' then ${actors.inspector} end,
         case when state <> 'issued' then ${at} + interval '22 days' end,
         case when state not in ('issued', 'received') then ${actors.inspector} end,
         case when state not in ('issued', 'received') then ${at} + interval '30 days' end,
         case when unit_id % 20 = 0 then 1 else 0 end,
         case when state = 'closed' then ${actors.inspector} end,
         case when state = 'closed' then ${at} + interval '40 days' end
       from (select u.unit_id, ${state} as state from (
         select distinct s.unit_id from findings f join sites s on s.id = f.site_id
         where f.campaign_id = ${round} and f.state = 'confirmed' and f.review = 'accepted') u) o`,
      [],
    ],
    [
      `insert into order_items (order_id, finding_id, answer, recheck, before, after, rechecked_at)
       select o.id, f.id, case when o.state in ('issued', 'received') then 'open' else 'mended' end,
         case when o.state in ('passed', 'closed') then 'passed' else 'none' end,
         jsonb_build_object('at', ${at}, 'evidence', f.finding -> 'evidence'),
         case when o.state in ('passed', 'closed') then
           jsonb_build_object('at', ${at} + interval '31 days', 'evidence',
             jsonb_build_array(f.finding -> 'evidence' -> 0)) end,
         case when o.state in ('passed', 'closed') then ${at} + interval '31 days' end
       from orders o join sites s on s.unit_id = o.unit_id
       join findings f on f.site_id = s.id and f.campaign_id = o.campaign_id
       where o.campaign_id = ${round} and f.state = 'confirmed' and f.review = 'accepted'`,
      [],
    ],
    [
      `insert into deadlines (thing, thing_id, clock, unit_id, started_at, due_at, due_on,
         provisional, computation, met_at)
       select 'order', o.id, c.clock, o.unit_id, o.issued_at, (d.computation::jsonb ->> 'dueAt')::timestamptz,
         (d.computation::jsonb ->> 'dueOn')::date, false, d.computation::jsonb,
         case when c.clock = 'order-receipt' then o.received_at else o.replied_at end
       from orders o cross join (values ('order-receipt'), ('rectification')) c (clock)
       join bench_deadlines d on d.clock = c.clock where o.campaign_id = ${round}`,
      [],
    ],
    ...escalationStatements(round, isOpen, actors),
  ];
}

function escalationStatements(round: number, isOpen: boolean, actors: Actors): Statement[] {
  const state = isOpen ? 'proposed' : 'recorded';
  const done = isOpen ? 'null' : `o.issued_at + interval '18 days'`;
  const facts = `jsonb_build_object('unit', u.name, 'campaign', c.name, 'dueOn', '2024-08-30',
    'open', 2, 'overdue', 6, 'failed', 0, 'reason', '超期5个工作日，书面督办', 'repetitions',
    '[]'::jsonb)`;
  const draft = `jsonb_build_object('title', '关于限期整改的督办通知', 'salutation', u.name || '：',
    'paragraphs', jsonb_build_array('你单位整改任务已超期，请于接到本通知之日起三个工作日内完成整改。'))`;
  return [
    [
      `insert into escalations (unit_id, order_id, campaign_id, step, rule, facts, draft, state,
         proposed_at, decided_by, decided_at, decision_reason, carried_out_at, outcome)
       select o.unit_id, o.id, o.campaign_id, case when o.id % 90 = 0 then 'talk' else 'warning' end,
         case when o.id % 90 = 0 then 'overdue-10' else 'overdue-5' end, ${facts}, ${draft},
         '${state}', o.issued_at + interval '17 days',
         ${isOpen ? 'null' : actors.leader}, ${done}, ${isOpen ? 'null' : `'同意'`}, ${done},
         ${isOpen ? 'null' : `'已整改'`}
       from orders o join units u on u.id = o.unit_id join campaigns c on c.id = o.campaign_id
       where o.campaign_id = ${round} and o.id % 30 = 0`,
      [],
    ],
    [
      `insert into talks (escalation_id, unit_id, state, scheduled_for, place, facts, held_at,
         followed_up_at)
       select id, unit_id, 'followed-up', carried_out_at, '第一会议室', '整改超期。', carried_out_at,
         carried_out_at + interval '10 days'
       from escalations where campaign_id = ${round} and step = 'talk' and state = 'recorded'`,
      [],
    ],
  ];
}
