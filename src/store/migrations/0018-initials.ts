import { pinyinInitials } from '../pinyin-initials.ts';

/** Units and sites are found by the first letters of their names as they are read: 市民政局, smzj. */
export const up = `
-- A letter a character: looked up by its number, so that a long name costs microseconds.
create function initials_of(words text) returns text language sql immutable as $$
  select coalesce(string_agg(chr(get_byte('${pinyinInitials}'::bytea, ascii(c) - 19968)), ''
    order by n), '')
  from unnest(string_to_array(words, null)) with ordinality as each (c, n)
  where ascii(c) between 19968 and 40959
$$;

create or replace function unit_search(unit integer, name text) returns text language sql as $$
  select lower(concat_ws(' ', unit_search.name, initials_of(unit_search.name), (
    select string_agg(n.name || ' ' || initials_of(n.name), ' ' order by n.name)
    from unit_names n
    where n.unit_id = unit and n.name <> unit_search.name
  )))
$$;
create or replace function site_search(site integer, unit integer, words text) returns text
language sql as $$
  select lower(concat_ws(' ', words, initials_of(words),
    (select u.search from units u where u.id = unit), (
    select string_agg(d.domain, ' ' order by d.domain) from site_domains d
    where d.site_id = site and strpos(words, d.domain) = 0
  )))
$$;
update units set search = '';
update sites set search = '';
`;
