/** What is said of findings is looked up by the thing it is said of, for many findings at once. */
export const up = `
-- Of which round and of which thing an explanation is: it holds for the same thing in later rounds,
-- which are many more than the findings that were explained.
alter table explanations
  add column campaign_id integer references campaigns,
  add column key text;
update explanations e set campaign_id = f.campaign_id, key = f.key
  from findings f where f.id = e.finding_id;
alter table explanations
  alter column campaign_id set not null,
  alter column key set not null;
drop index explanations_of_site;
create index explanations_of_thing on explanations (site_id, key);

create function keep_explanation_thing() returns trigger language plpgsql as $$ begin
  select campaign_id, key into new.campaign_id, new.key from findings where id = new.finding_id;
  return new;
end $$;
create trigger explanations_thing before insert on explanations
  for each row execute function keep_explanation_thing();

-- The findings of a round at the sites of a city, without those of all other sites.
drop index findings_of_site;
create index findings_of_site on findings (site_id, campaign_id);
`;
