import type { RightName } from '#domain/rights.ts';
import { matterRows } from './matter-rows.ts';
import { HOMEPAGE_VISIT, PICTURE_VISIT } from './plant-evidence.ts';
import type { RoleCaller, Things } from './role-world.ts';

/** How a route is asked for things of one place, where its names do not say that already. */
export interface RoleRow {
  /** Of parameters that are not named like a thing: `{name}`. */
  params?: (things: Things, caller: RoleCaller) => Record<string, string | number>;
  query?: (things: Things) => Record<string, string | number>;
  body?: (things: Things, caller: RoleCaller) => unknown;
  upload?: string;
  /**
   * Whose the thing is: of a unit, of a region as a whole, of the one who calls, or of the office
   * as such, which lies in no foreign place. Left out: told by the parameters.
   */
  of?: 'unit' | 'region' | 'caller' | 'office';
  /** The act asks for one of these beside the entrance. */
  needs?: readonly RightName[];
  /** Shown to the office alone, though units may enter. */
  unitsNot?: true;
  /** Answers as if it were done when the thing is another's, and does nothing. */
  isSilent?: true;
  /** Done after all others: it takes things away that those need. */
  isLast?: true;
}

let made = 0;
/** Another each time, where names must differ. */
const fresh = () => `第${++made}号`;
const reason = '测试';
const bytes = '单位名称,首页网址\n';

/**
 * One row a route that needs more than its parameters say. A new route with a body, or with a
 * parameter of a new name, gets a row here; the table test names those that lack one.
 */
export const roleRows: Readonly<Record<string, RoleRow>> = {
  // Sign-in and people.
  'put /me/password': {
    body: () => ({ before: 'x', after: '一个足够长的新测试口令' }),
    of: 'office',
  },
  'post /me/tokens': { body: () => ({ name: '程序', scopes: ['register.read'] }), of: 'office' },
  'delete /me/tokens/{token}': { of: 'caller', isLast: true },
  'get /me/views': { query: () => ({ list: 'sites' }), of: 'office' },
  'post /me/views': { body: () => ({ list: 'sites', name: fresh(), search: '' }), of: 'office' },
  'delete /me/views/{view}': { of: 'caller', isLast: true },
  'get /people/{person}': { of: 'region' },
  'post /people': {
    body: () => ({ login: `new-${++made}`, name: '新人', password: '一个足够长的新测试口令' }),
    of: 'office',
  },
  'post /people/{person}/posts': {
    body: ({ region }) => ({ role: 'auditor', regionId: region }),
    of: 'region',
  },
  'delete /people/{person}/posts/{post}': { of: 'region', isLast: true },
  'put /people/{person}/disabled': { body: () => ({ isDisabled: false }), of: 'region' },
  'post /people/{person}/reset': {
    body: () => ({ password: '一个足够长的新测试口令' }),
    of: 'region',
  },
  'get /ledger': { of: 'office' },
  'get /ledger/verification': { of: 'office' },
  'get /ledger/lines': { of: 'office' },
  // Words, settings, jobs.
  'get /lexicons': { of: 'office' },
  'get /settings': { of: 'office' },
  'get /office-terms': { of: 'office' },
  'get /jobs': { of: 'office' },
  'post /jobs/{job}/retry': {
    params: () => ({ job: '00000000-0000-4000-8000-000000000000' }),
    of: 'office',
  },
  // The register.
  'post /regions': { body: ({ region }) => ({ name: fresh(), parentId: region }), of: 'region' },
  'post /units': { body: ({ region }) => ({ name: fresh(), regionId: region }), of: 'region' },
  'post /units/{unit}/name': { body: () => ({ name: fresh() }) },
  'post /units/{unit}/parent': { body: () => ({ parentId: null }) },
  'post /units/{unit}/position': { body: () => ({ position: 7 }) },
  'post /units/{unit}/aliases': { body: () => ({ name: fresh() }) },
  'delete /units/{unit}/aliases/{name}': { params: () => ({ name: fresh() }), isLast: true },
  'post /sites': {
    body: ({ unit }) => ({ unitId: unit, homepage: `http://n${++made}.example.gov.cn/`, reason }),
    of: 'unit',
  },
  'patch /sites/{site}': { body: () => ({ version: 1, name: fresh() }) },
  'post /sites/{site}/state': { body: () => ({ to: 'suspended', reason }), isLast: true },
  'put /sites/{site}/domains/{domain}': {
    params: () => ({ domain: `d${++made}.example.gov.cn` }),
    body: () => ({ isMain: false }),
  },
  'delete /sites/{site}/domains/{domain}': { params: () => ({ domain: 'none.example.gov.cn' }) },
  'patch /channels/{channel}': { body: () => ({ version: 1, isHistorical: true, reason }) },
  'get /register/export': { query: ({ region }) => ({ region, form: 'csv' }), of: 'region' },
  'post /register/import/preview': {
    query: ({ region }) => ({ region, form: 'csv' }),
    upload: bytes,
    of: 'region',
  },
  'post /register/import': {
    query: ({ region }) => ({ region, form: 'csv', token: 'none' }),
    upload: bytes,
    of: 'region',
  },
  // Campaigns.
  'post /campaigns': {
    body: ({ region }) => ({
      regionId: region,
      name: fresh(),
      period: '2019年第三季度',
      asOf: '2019-05-27',
    }),
    of: 'region',
  },
  'post /campaigns/previews': {
    body: ({ region }) => ({
      regionId: region,
      name: fresh(),
      period: '2019年第三季度',
      asOf: '2019-05-27',
    }),
    of: 'region',
  },
  'get /campaigns/{campaign}/what-if': {
    query: () => ({ rubric: 'cn-census-2015' }),
    unitsNot: true,
  },
  'get /rubric-activations': { of: 'office' },
  'post /rubric-activations': {
    body: ({ region }) => ({
      regionId: region,
      rubric: 'cn-census-2015',
      from: '2099-01-01',
      reason,
    }),
    of: 'region',
  },
  'delete /rubric-activations/{activation}': {
    query: () => ({ reason }),
    of: 'region',
    isLast: true,
  },
  'get /regions/{region}/rubric': { query: () => ({ day: '2019-05-27' }), of: 'office' },
  'get /rubrics/{rubric}': { params: () => ({ rubric: 'cn-census-2015' }), of: 'office' },
  'get /rubrics/{rubric}/differences': {
    params: () => ({ rubric: 'cn-census-2015' }),
    query: () => ({ other: 'cn-indicators-2019' }),
    of: 'office',
  },
  'post /campaigns/{campaign}/cancellation': { body: () => ({ reason }), isLast: true },
  'post /inspections/{inspection}/retry': { body: () => ({ reason }), isLast: true },
  // Findings and the hearing.
  'post /findings/acceptances': { body: ({ finding }) => ({ findings: [finding] }), of: 'unit' },
  'post /findings/settings-aside': {
    body: ({ finding }) => ({ findings: [finding], reason }),
    of: 'unit',
  },
  'post /findings/{finding}/merges': { body: ({ finding }) => ({ findings: [finding], reason }) },
  'post /findings/reopenings': {
    body: ({ finding }) => ({ findings: [finding], reason }),
    of: 'unit',
  },
  'get /campaigns/{campaign}/comparison': {
    query: ({ campaign }) => ({ before: campaign }),
    unitsNot: true,
  },
  'get /findings/{finding}/evidence/{visit}/page': { params: () => ({ visit: HOMEPAGE_VISIT }) },
  'get /findings/{finding}/evidence/{visit}/picture': { params: () => ({ visit: PICTURE_VISIT }) },
  'post /campaigns/{campaign}/rescoring': { body: () => ({ reason }) },
  'post /campaigns/{campaign}/hearing-skipped': { body: () => ({ reason }), isLast: true },
  'post /campaigns/{campaign}/review-reopened': { body: () => ({ reason }), isLast: true },
  'post /findings/{finding}/explanations': { body: () => ({ statement: '本年度没有此类信息。' }) },
  'post /explanations/{explanation}/decision': {
    body: () => ({ approve: false, decision: reason }),
  },
  'post /explanations/{explanation}/voiding': { body: () => ({ reason }) },
  'post /findings/{finding}/appeals': { body: () => ({ grounds: '链接可以打开。' }) },
  'post /appeals/{appeal}/assignment': { body: ({ person }) => ({ person }) },
  'post /appeals/{appeal}/decision': { body: () => ({ upheld: false, decision: reason }) },
  // Circulars.
  'get /circulars/{circular}/files/{name}': { params: () => ({ name: 'circular.pdf' }) },
  'post /campaigns/{campaign}/corrections': { body: () => ({ reason }) },
  'put /circulars/{circular}/brief': { body: () => ({ text: '{}' }) },
  'post /circulars/{circular}/trials': { body: () => ({ text: '{}' }) },
  'post /circulars/{circular}/return': {
    body: () => ({ reason }),
    needs: ['circular.draft', 'circular.sign'],
  },
  // Orders and the ladder.
  'post /orders/{order}/reply': {
    body: ({ orderItem }) => ({ answers: [{ itemId: orderItem, answer: 'mended' }] }),
  },
  'post /escalations/{escalation}/decision': { body: () => ({ isTaken: true, reason }) },
  'post /escalations/{escalation}/outcome': { body: () => ({ outcome: reason }) },
  'post /talks/{talk}/schedule': { body: () => ({ at: '2019-06-03T02:00:00Z', place: '会议室' }) },
  'post /talks/{talk}/record': {
    body: () => ({ attendees: [{ name: '某人', post: '某职' }], facts: reason, promises: [] }),
  },
  'post /talks/{talk}/follow-up': { body: () => ({ kept: [] }) },
  'post /deadlines/{deadline}/extension': { body: () => ({ amount: 1, reason }) },
  'post /calendar': { body: () => ({ days: [] }), of: 'office' },
  'post /calendar/preview': { body: () => ({ days: [] }), of: 'office' },
  'get /calendar/years/{year}': { params: () => ({ year: 2019 }), of: 'office' },
  // Monitoring, notices, webhooks.
  'post /sites/{site}/maintenance': {
    body: () => ({ from: '2019-06-01T00:00:00Z', to: '2019-06-01T06:00:00Z', reason }),
  },
  'post /notices/{notice}/read': { of: 'caller', isSilent: true },
  'post /notices/read': { body: () => ({ upTo: 1 }), of: 'office' },
  'put /notices/choice': { body: () => ({ mail: 'none' }), of: 'office' },
  'post /webhooks': {
    body: ({ region }) => ({ regionId: region, url: 'https://hooks.example.org/', kinds: ['*'] }),
    of: 'region',
  },
  ...matterRows,
};
