import type { RefusalCode } from '#base/refusal.ts';

/** The statuses that refusals have. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503;

/** Status of a refusal at the door; 409 for every act that the state of things forbids. */
export function statusOf(code: RefusalCode): ProblemStatus {
  return statuses[code] ?? (isMalformed(code) ? 422 : 409);
}

const statuses: Partial<Record<RefusalCode, ProblemStatus>> = {
  'sign-in-needed': 401,
  'sign-in-wrong': 401,
  'second-factor-wrong': 401,
  'sign-in-throttled': 429,
  'request-too-often': 429,
  'check-too-often': 429,
  'csrf-missing': 403,
  'right-missing': 403,
  'second-factor-needed': 403,
  'same-person': 403,
  'provider-stranger': 403,
  'not-found': 404,
  'request-malformed': 400,
  'version-other': 412,
  'request-too-large': 413,
  'media-type-other': 415,
  'key-reused': 422,
  'database-away': 503,
  'database-full': 503,
};

/** What was written wrongly, rather than asked for at the wrong time. */
function isMalformed(code: RefusalCode): boolean {
  return /-(?:malformed|length|unknown|missing|past|foreign|place|mistake|header)$/.test(code);
}
