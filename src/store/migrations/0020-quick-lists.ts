/**
 * What many people ask at once: lists in the order that an index has, and the sites of a circular
 * of a whole province told in one pass.
 */
export const up = `
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
end $$;
`;
