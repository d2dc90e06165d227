// The register of the bench: a province, 14 cities, 98 counties, 14,000 units with a site each.

export const SITES = 14_000;
export const CITIES = 14;
export const COUNTIES = 98;

/** Numbers are given, so that other parts of the bench know them: 1, 2–15, 16–113. */
export const registerSql: readonly string[] = [
  `insert into regions (id, parent_id, name, path) overriding system value
   values (1, null, '试验省', '/1/')`,
  `insert into regions (id, parent_id, name, path) overriding system value
   select 1 + c, 1, c || '号市', '/1/' || 1 + c || '/' from generate_series(1, ${CITIES}) c`,
  `insert into regions (id, parent_id, name, path) overriding system value
   select ${CITIES + 1} + x, 2 + (x - 1) % ${CITIES}, x || '号县',
     '/1/' || 2 + (x - 1) % ${CITIES} || '/' || ${CITIES + 1} + x || '/'
   from generate_series(1, ${COUNTIES}) x`,
  `insert into units (id, region_id, parent_id, name, path, position) overriding system value
   select u, ${CITIES + 2} + (u - 1) % ${COUNTIES},
     case when u % 10 = 0 then u - 1 - (u - 2) % ${COUNTIES} end,
     1 + (u - 1) % ${COUNTIES} || '号县' ||
       (array['财政局','民政局','司法局','商务局','林业局','水利局','教育局','审计局'])[1 + u % 8] ||
       (u - 1) / ${COUNTIES} || '处', '/' || u || '/', u - 1
   from generate_series(1, ${SITES}) u`,
  `update units set parent_id = null where parent_id is not null and id % 10 = 0`,
  `insert into unit_names (unit_id, name, kind, from_day)
   select id, name, 'official', '2015-01-01' from units`,
  `insert into unit_names (unit_id, name, kind)
   select id, name || '（原名）', 'alias' from units where id % 5 = 0`,
  `insert into sites (id, key, unit_id, name, homepage, site_id_code, kind, state, position)
     overriding system value
   select u.id, 's' || u.id || '.gov.cn', u.id, u.name || '网站', 'http://s' || u.id || '.gov.cn/',
     (4300000000 + u.id)::text, case when u.id % 100 = 1 then 'portal' else 'department' end,
     case when u.id % 1000 = 999 then 'suspended' else 'online' end, u.position from units u`,
  `insert into site_versions (site_id, from_day, to_day, unit_id, name, homepage, site_id_code,
     kind, state)
   select id, '2016-01-01', '2018-07-01', unit_id, name || '（旧）', homepage, site_id_code, kind,
     'online' from sites where id % 3 = 0`,
  `insert into site_versions (site_id, from_day, unit_id, name, homepage, site_id_code, kind, state)
   select id, '2018-07-01', unit_id, name, homepage, site_id_code, kind, state from sites`,
  `insert into site_domains (site_id, domain, is_main, from_day)
   select id, 's' || id || '.gov.cn', true, '2016-01-01' from sites`,
  `insert into site_domains (site_id, domain, is_main, from_day)
   select id, 'www.xian' || id || '.org.cn', false, '2016-01-01' from sites where id % 7 = 0`,
  `insert into channels (site_id, url, name, path, level, kind, clock, origin, first_seen_on,
     last_seen_on)
   select s.id, s.homepage || 'lm' || c || '/',
     (array['要闻','通知公告','政策文件','政策解读','人事信息','规划计划','统计信息','机构职能',
       '领导信息','信息公开','在线咨询','意见征集'])[c], array['首页', '栏目' || c], 1,
     (array['news','notices','policy-documents','interpretation','personnel','plans','statistics',
       'functions','leaders','disclosure','consultation','survey'])[c],
     case when c < 8 then 'P6M' end, 'discovered', '2019-03-01', '2024-11-15'
   from sites s cross join generate_series(1, 12) c`,
];

/** Sequences follow the numbers that were given. */
export const sequencesSql: readonly string[] = [
  'regions',
  'units',
  'sites',
  'people',
  'campaigns',
].map((table) => `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`);
