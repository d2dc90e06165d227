/** The ledger: one line an act that matters, each holding the hash of the line before. */
export const up = `
create table ledger (
  number         bigint      primary key,
  at             timestamptz not null,
  actor          text        not null check (length(actor) <= 80),
  act            text        not null check (length(act) <= 60),
  thing          text        not null check (length(thing) <= 40),
  thing_id       bigint,
  before         jsonb,
  after          jsonb,
  reason         text        check (length(reason) <= 2000),
  previous_hash  text        not null check (length(previous_hash) = 71),
  hash           text        not null check (length(hash) = 71)
);
create index ledger_by_thing on ledger (thing, thing_id, number);

create table ledger_heads (
  day     date   primary key,
  number  bigint not null,
  hash    text   not null check (length(hash) = 71)
);

-- Nobody changes what is written, not even a mistaken act of ours.
create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the ledger is only ever appended to'; end $$;
create trigger ledger_stands before update or delete on ledger
  for each row execute function refuse_change();
`;
