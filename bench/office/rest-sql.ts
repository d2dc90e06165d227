/** Signals, a day of visits, notices, webhooks: what stands beside the rounds. */
export const restSql: readonly string[] = [
  `insert into watches (site_id, kind, every_ms, due_at, last_at, last_ok_at, since)
   select s.id, k.kind, k.every, now() + interval '1 hour', now(), now(), '2024-01-01'
   from sites s cross join (values ('availability', 4320000), ('pages', 86400000),
     ('links', 604800000)) k (kind, every) where s.state = 'online'`,
  `insert into signals (site_id, kind, state, measure, since, seen_at, cleared_at)
   select s.id, (array['availability','homepage-not-updated','letter-unanswered'])[1 + s.id % 3],
     'cleared', '{"failed": 4, "visits": 140, "share": 0.028}', '2024-01-01'::timestamptz + n *
     interval '20 days', '2024-01-03'::timestamptz + n * interval '20 days',
     '2024-01-03'::timestamptz + n * interval '20 days'
   from sites s cross join generate_series(1, 4) n where s.id % 2 = 0`,
  `insert into signals (site_id, kind, state, measure, since, seen_at)
   select id, 'availability', case when id % 3 = 0 then 'breach' else 'watch' end,
     '{"failed": 5, "visits": 140, "share": 0.036}', '2024-11-10', now() from sites where id % 9 = 0`,
  `insert into probes (site_id, due_at, at, result, took_ms, probe)
   select s.id, d.due, d.due + interval '2 seconds', 'opened', 420,
     jsonb_build_object('id', 'p' || to_char(n, 'FM000000'), 'due', d.due, 'at', d.due, 'tries', 1,
       'outcome', jsonb_build_object('kind', 'answered', 'status', 200), 'finalUrl', s.homepage,
       'openMs', 420, 'firstByteMs', 130, 'isBlocked', false, 'saysMissing', false,
       'controls', jsonb_build_object('asked', 3, 'answered', 3), 'isLost', false)
   from sites s cross join generate_series(1, 20) n
   cross join lateral (select now() - interval '1 day' + n * interval '70 minutes' as due) d
   where s.state = 'online'`,
  `insert into notices (person_id, kind, site_id, args, link, subject, created_at, read_at)
   select p.id, 'order-issued', null,
     jsonb_build_object('order', n, 'unit', '1号县财政局0处', 'campaign', '2024年第3季度政府网站抽查',
       'items', 2, 'until', '2024年11月6日', 'due', '2024年11月19日'),
     '/orders/' || n, 'order-' || n, '2024-11-05'::timestamptz - n * interval '20 days',
     case when n > 3 then '2024-11-06'::timestamptz end
   from people p cross join generate_series(1, 60) n`,
  `insert into deliveries (notice_id, channel, state, due_at, sent_at, attempts)
   select id, 'mail', 'sent', created_at, created_at, 1 from notices where id % 3 = 0`,
  `insert into webhooks (region_id, url, secret, kinds, created_at)
   select 1 + n % 15, 'https://hook' || n || '.gov.cn/', repeat('s', 40), '{*}', '2024-01-01'
   from generate_series(1, 30) n`,
  `insert into webhook_events (webhook_id, kind, subject, body, state, attempts, due_at, sent_at)
   select w.id, 'signal-watch', 's' || n, '{"kind":"signal-watch"}', 'sent', 1, '2024-11-01',
     '2024-11-01' from webhooks w cross join generate_series(1, 400) n`,
];

/** What open data says of a round besides its sites. */
const SAID = JSON.stringify({
  passLine: 80,
  rubric: { id: 'cn-census-2015', version: '1', overlays: [], hash: 'sha256:' },
  counts: { total: 14_000, pass: 13_500, fail: 400, incomplete: 100 },
  passRate: { numerator: 13_500, denominator: 14_000, rounded: 96.4 },
});

/** Published circulars hold the result of all their sites, and its files. */
export const circularSql = (round: number): string => `
  insert into circulars (campaign_id, number, state, brief, result, circular, open_data, error_rate,
    drafted_at, published_at, hash)
  select c.id, 1, 'draft', c.brief, r.result,
    jsonb_build_object('title', c.name, 'sites', r.lines), r.result || '${SAID}',
    '{"confirmed": 9000, "setAside": 300, "appealed": 200, "upheld": 0}', c.published_at,
    c.published_at, 'sha256:' || repeat('a', 64)
  from campaigns c cross join lateral (
    select jsonb_build_object('sites', jsonb_agg(i.site || i.card || jsonb_build_object('findings',
        coalesce((select jsonb_agg(f.finding) from findings f where f.inspection_id = i.id), '[]'))
        order by i.position)) as result,
      jsonb_agg(jsonb_build_object('unit', i.site -> 'unit', 'score', i.score)) as lines
    from inspections i where i.campaign_id = c.id) r
  where c.id = ${round}`;

export const circularFilesSql = (round: number): readonly string[] => [
  `insert into circular_files (circular_id, name, media_type, bytes, hash)
   select c.id, f.name, f.media, convert_to(f.bytes, 'UTF8'), 'sha256:' || repeat('b', 64)
   from circulars c cross join lateral (values ('open-data.json', 'application/json',
     c.open_data::text), ('annex.csv', 'text/csv', c.circular::text)) f (name, media, bytes)
   where c.campaign_id = ${round}`,
  `update circulars set state = 'published' where campaign_id = ${round}`,
];
