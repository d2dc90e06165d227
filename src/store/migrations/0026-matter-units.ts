/** Each line of a matter's history says with whom it was then: figures of a past day need it. */
export const up = `
alter table matter_events
  -- Whom the matter was with after the line, and who answered for it.
  add column holder_id       integer references units,
  add column responsible_id  integer references units;

-- What the ledger kept of each act is put beside its line; lines without an act of their own (a
-- contact read, a page captured) take the act before.
-- Hundreds of thousands of lines take a while.
set local statement_timeout = 0;
update matter_events e set (holder_id, responsible_id) = (
  select (l.after->>'unit')::integer, (l.after->>'responsible')::integer from ledger l
  where l.thing = e.thing and l.thing_id = e.thing_id
    and l.after ? 'event' and (l.after->>'event')::bigint <= e.id
  order by (l.after->>'event')::bigint desc limit 1);

-- Findings that a person brought are kept when their site is inspected again.
create index error_reports_by_finding on error_reports (finding_id) where finding_id is not null;
`;
