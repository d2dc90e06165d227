/**
 * The public side: pictures that writers send, and what a published circular says of each site, one
 * row a site, since a public page of one site must not read the circular of a whole province.
 * Those rows follow from the circular and never change.
 */
export const up = `
create table published_sites (
  circular_id  integer  not null references circulars on delete cascade,
  position     integer  not null,
  site_key     text     not null,
  unit         text     not null,
  homepage     text     not null,
  kind         text     not null,
  verdict      text     not null check (verdict in ('pass', 'fail', 'incomplete')),
  -- In centipoints; none after a veto, and where the rubric cannot tell.
  score        integer,
  problems     jsonb    not null,
  vetoes       jsonb    not null,
  deductions   jsonb    not null,
  unpriced     jsonb    not null,
  -- Only those that a line above names: suspicions are not for the public.
  findings     jsonb    not null,
  primary key (circular_id, position)
);
create index published_sites_by_key on published_sites (site_key, circular_id);

create function publish_sites(circular circulars) returns void language sql as $$
  insert into published_sites
  select circular.id, seen.position - 1, seen.site->>'key', seen.site->>'unit',
    seen.site->>'homepage', seen.site->>'kind', seen.site->>'verdict',
    round((seen.site->>'score')::numeric * 100)::integer,
    coalesce(circular.open_data->'sites'->(seen.position - 1)::integer->'problems', '[]'),
    coalesce(seen.site->'vetoes', '[]'), coalesce(seen.site->'deductions', '[]'),
    coalesce(seen.site->'unpriced', '[]'),
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
  from jsonb_array_elements(circular.result->'sites') with ordinality seen(site, position)
  on conflict do nothing
$$;

create function keep_published_sites() returns trigger language plpgsql as $$ begin
  if new.state = 'published' then perform publish_sites(new); end if;
  return null;
end $$;
create trigger published_sites_kept after insert or update of state on circulars
  for each row execute function keep_published_sites();

-- What writers send along; stripped of hidden data before it comes here.
create table matter_pictures (
  id          integer     generated always as identity primary key,
  thing       text        not null check (thing in ('error-report', 'inquiry')),
  thing_id    integer     not null,
  media_type  text        not null check (media_type in ('image/jpeg', 'image/png')),
  width       integer     not null,
  height      integer     not null,
  bytes       bytea       not null check (length(bytes) <= 5242880),
  hash        text        not null check (length(hash) = 71),
  added_at    timestamptz not null
);
create index matter_pictures_of on matter_pictures (thing, thing_id, id);

select publish_sites(circulars) from circulars where state in ('published', 'corrected');
`;
