/** How fresh each channel was when it was last looked at, fresh ones too: domain/channel-freshness.ts. */
export const up = `
alter table channels
  add column newest_on    date,
  add column newest_title text check (length(newest_title) <= 300),
  add column newest_why   text check (newest_why in ('blank', 'undated', 'unread')),
  add column looked_on    date;
`;
