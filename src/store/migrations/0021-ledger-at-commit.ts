/**
 * Lines of the ledger are chained while their transaction commits. Who chained them before that
 * held everybody else up until the client had come back twice: to write, and to commit.
 */
export const up = `
-- Holds lines from the act to its commit, never longer: a crash has nothing to lose here.
create unlogged table ledger_waiting (
  id     bigint generated always as identity primary key,
  lines  jsonb  not null
);

create function append_to_ledger() returns trigger language plpgsql as $$
declare
  line jsonb;
  last_number bigint;
  last_hash text;
  next_hash text;
begin
  -- Whoever writes the next line holds it until the end of this commit, so the chain never forks.
  perform pg_advisory_xact_lock(7415001);
  select number, hash into last_number, last_hash from ledger order by number desc limit 1;
  last_number := coalesce(last_number, 0);
  last_hash := coalesce(last_hash, 'sha256:' || repeat('0', 64));
  for line in select one from jsonb_array_elements(new.lines) with ordinality as told(one, position)
    order by position
  loop
    last_number := last_number + 1;
    next_hash := 'sha256:' || encode(sha256(convert_to((line->>'head') || ',"number":' ||
      last_number || ',"previousHash":"' || last_hash || '",' || (line->>'tail'), 'UTF8')), 'hex');
    insert into ledger (number, at, actor, act, thing, thing_id, before, after, reason,
      previous_hash, hash)
    values (last_number, (line->>'at')::timestamptz, line->>'actor', line->>'act', line->>'thing',
      (line->>'thingId')::bigint, nullif(line->'before', 'null'), nullif(line->'after', 'null'),
      line->>'reason', last_hash, next_hash);
    last_hash := next_hash;
  end loop;
  delete from ledger_waiting where id = new.id;
  return null;
end $$;
create constraint trigger ledger_appended after insert on ledger_waiting
  deferrable initially deferred for each row execute function append_to_ledger();
`;
