/** One row where the data are the demo's: its clock, which is not the world's, and its city. */
export const up = `
create table demo (
  one         boolean     primary key default true check (one),
  -- The demo's clock as it stood when it was last kept, and the world's at that moment.
  clock_at    timestamptz not null,
  kept_at     timestamptz not null,
  city_port   integer     not null check (city_port between 1 and 65535),
  -- When the history was complete; one that is not is made anew.
  history_at  timestamptz
);
`;
