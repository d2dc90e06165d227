/**
 * What many people ask at once: lists in the order that an index has, and the sites of a circular
 * of a whole province told in one pass.
 */
export const up = `
-- Lists of matters are walked from the newest on, whatever they are narrowed to.
drop index inquiries_by_unit, inquiries_by_responsible, inquiries_open, inquiries_received;
-- What figures are made of stands in the index: they are counted without the letters themselves.
create index inquiries_newest on inquiries (received_at desc, id desc) include (region_id, unit_id,
  responsible_id, moved_from, kind, state, changed_at, is_late, rated_at, satisfaction);
create index inquiries_by_kind on inquiries (kind, received_at desc, id desc);
create index inquiries_by_state on inquiries (state, received_at desc, id desc);
create index inquiries_by_unit on inquiries (unit_id, received_at desc, id desc);
-- Most matters are with whom answers for them: only the others need a second walk.
create index inquiries_by_responsible on inquiries (responsible_id, received_at desc, id desc)
  where unit_id is distinct from responsible_id;
create index inquiries_by_answerer on inquiries (answered_by);
create index inquiries_changed on inquiries (changed_at);
create index inquiries_open on inquiries (received_at desc, id desc)
  include (region_id, state, extension, ended_at) where ended_at is null;
create index inquiries_open_of_unit on inquiries (unit_id) where ended_at is null;
create index inquiries_open_of_responsible on inquiries (responsible_id) where ended_at is null;

drop index error_reports_by_unit, error_reports_by_responsible, error_reports_by_site,
  error_reports_open, error_reports_received;
create index error_reports_newest on error_reports (received_at desc, id desc);
create index error_reports_by_state on error_reports (state, received_at desc, id desc);
create index error_reports_by_unit on error_reports (unit_id, received_at desc, id desc);
create index error_reports_by_responsible
  on error_reports (responsible_id, received_at desc, id desc)
  where unit_id is distinct from responsible_id;
create index error_reports_by_site on error_reports (site_id, received_at desc, id desc);
create index error_reports_open on error_reports (received_at desc, id desc)
  where ended_at is null;
create index error_reports_open_of_unit on error_reports (unit_id) where ended_at is null;
create index error_reports_open_of_responsible
  on error_reports (responsible_id) where ended_at is null;

-- What runs out is asked for by what it is a clock of.
create index deadlines_running_of on deadlines (thing, due_at, thing_id)
  where met_at is null and void_at is null;

-- Both lists of a circular are walked side by side. To look each site's problems up by its place
-- read the whole of a circular once a site: seconds at first, and hours as soon as the plan of the
-- function was kept.
create or replace function publish_sites(circular circulars) returns void language plpgsql as $$
begin
  insert into published_sites
  select circular.id, seen.position - 1, seen.site->>'key', seen.site->>'unit',
    seen.site->>'homepage', seen.site->>'kind', seen.site->>'verdict',
    round((seen.site->>'score')::numeric * 100)::integer,
    coalesce(seen.told->'problems', '[]'), coalesce(seen.site->'vetoes', '[]'),
    coalesce(seen.site->'deductions', '[]'), coalesce(seen.site->'unpriced', '[]'),
    coalesce((
      select jsonb_agg(found.finding order by found.position)
      from jsonb_array_elements(seen.site->'findings') with ordinality found(finding, position)
      where found.finding->>'id' in (
        select named.id
        from jsonb_array_elements(coalesce(seen.site->'vetoes', '[]')
          || coalesce(seen.site->'deductions', '[]')
          || coalesce(seen.site->'unpriced', '[]')) line,
        jsonb_array_elements_text(line->'findings') named(id))
    ), '[]')
  from rows from (
    jsonb_array_elements(circular.result->'sites'),
    jsonb_array_elements(coalesce(circular.open_data->'sites', '[]'))
  ) with ordinality seen(site, told, position)
  where seen.site is not null
  on conflict do nothing;
  insert into published_rounds
  select circular.id, (told.data->>'passLine')::float8, told.data->'rubric', told.data->'counts',
    nullif(told.data->'passRate', 'null')
  from (select circular.open_data - 'sites' as data) told
  where told.data ? 'counts'
  on conflict do nothing;
end $$;

-- What a circular says of its round: every page of the public tells some of it, and none of them
-- may read the sites of a whole province for it.
create table published_rounds (
  circular_id  integer  primary key references circulars on delete cascade,
  pass_line    float8   not null,
  rubric       jsonb    not null,
  counts       jsonb    not null,
  pass_rate    jsonb
);
insert into published_rounds
select id, (open_data->>'passLine')::float8, open_data->'rubric', open_data->'counts',
  nullif(open_data->'passRate', 'null')
from circulars where state in ('published', 'corrected') and open_data ? 'counts';
`;
