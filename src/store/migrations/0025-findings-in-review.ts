/** Findings of a round by what is to be done with them, and by kind: read in the list's own order. */
export const up = `
create index findings_to_review on findings (campaign_id, state, review, id);
create index findings_of_kind on findings (campaign_id, kind, id);
`;
