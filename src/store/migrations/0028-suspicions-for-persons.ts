/** Suspicions that only persons can settle are counted without reading any of them. */
export const up = `
create index findings_for_persons on findings (campaign_id, review, kind)
  where state = 'suspected' and finding->>'reason' = 'needs-person';
`;
