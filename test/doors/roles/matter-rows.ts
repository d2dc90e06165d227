import type { RoleRow } from './role-rows.ts';

const reason = '测试';
const period = { from: '2019-04-01', to: '2019-06-30' };
const receipt = '0000-0000-0000-0000-0000';
let sent = 0;
/** Another each time: the same text is not taken often. */
const text = () => `第${++sent}封`;
const assignment: RoleRow = { body: ({ unit }) => ({ unitId: unit }) };
const because: RoleRow = { body: () => ({ reason }) };

/** Rows of error reports, inquiries and what citizens may do. */
export const matterRows: Readonly<Record<string, RoleRow>> = {
  'get /matters/statistics': { query: () => period, of: 'office' },
  'get /matters/queues': { of: 'office' },
  'get /matters/discrepancies': { query: () => period },
  'post /units/{unit}/successor': { body: ({ unit }) => ({ to: unit, reason }), isLast: true },
  'post /circulars/{circular}/matters': { body: () => ({ inquiries: period }) },
  'post /answer-templates': {
    body: ({ unit }) => ({ of: { unitId: unit }, title: '结尾', text: '谢谢。' }),
    of: 'unit',
  },
  'put /answer-templates/{template}': {
    body: () => ({ version: 1, title: '开头', text: '您好！' }),
  },
  'delete /answer-templates/{template}': { isLast: true },
  // Error reports.
  'post /error-reports/{report}/captures': { upload: 'no picture' },
  'post /error-reports/{report}/assignment': assignment,
  'post /error-reports/{report}/return': because,
  'post /error-reports/{report}/refusal': { body: () => ({ reason: 'abuse' }) },
  'post /error-reports/{report}/merging': { body: ({ report }) => ({ ids: [report] }) },
  'post /error-reports/{report}/answer': { body: () => ({ text: '已修复。', truth: 'true' }) },
  'post /error-reports/{report}/sending-back': because,
  'post /error-reports/{report}/closing': { body: () => ({ truth: 'true' }) },
  'put /error-reports/{report}/truth': { body: () => ({ truth: 'true', reason }) },
  'post /error-reports/{report}/finding': { body: ({ campaign }) => ({ campaignId: campaign }) },
  'post /error-reports/{report}/contact': because,
  // Inquiries.
  'post /inquiries/{inquiry}/assignment': assignment,
  'put /inquiries/{inquiry}/complexity': { body: () => ({ complexity: 'complex' }) },
  'post /inquiries/{inquiry}/return': because,
  'post /inquiries/{inquiry}/refusal': { body: () => ({ reason: 'unclear' }) },
  'post /inquiries/{inquiry}/merging': { body: ({ inquiry }) => ({ ids: [inquiry] }) },
  'post /inquiries/{inquiry}/helpers': { body: ({ helper }) => ({ unitId: helper, reason }) },
  'post /inquiries/{inquiry}/opinion': { body: () => ({ opinion: '已核实' }) },
  'delete /inquiries/{inquiry}/helpers/{helper}': { query: () => ({ reason }) },
  'post /inquiries/{inquiry}/question': { body: () => ({ question: '请补充' }) },
  'delete /inquiries/{inquiry}/question': { query: () => ({ reason }) },
  'post /inquiries/{inquiry}/extension': { body: () => ({ amount: 1, reason }) },
  'post /inquiries/{inquiry}/extension/decision': {
    body: () => ({ isGranted: false, reason }),
  },
  'post /inquiries/{inquiry}/answer': { body: () => ({ answer: '您好。' }) },
  'post /inquiries/{inquiry}/review': { body: () => ({ decision: 'send-back', reason }) },
  'put /inquiries/{inquiry}/publication': { body: () => ({}) },
  'delete /inquiries/{inquiry}/publication': { query: () => ({ reason: 'third-party' }) },
  'post /inquiries/{inquiry}/contact': because,
  // The public.
  'post /public/error-reports': {
    body: () => ({ pageUrl: 'http://www.example.gov.cn/', fault: 'typo', text: text() }),
  },
  'get /public/error-reports/similar': {
    query: () => ({ pageUrl: 'http://www.example.gov.cn/' }),
  },
  'post /public/inquiries': {
    body: () => ({ kind: 'question', title: '问', text: text(), mayPublish: true }),
  },
  'get /public/statistics': { query: () => period },
  'post /public/matter': { body: () => ({ receipt }) },
  'post /public/matter/reply': { body: () => ({ receipt, text: '答' }) },
  'post /public/matter/rating': { body: () => ({ receipt, satisfaction: 'satisfied' }) },
  'post /public/matter/reopening': { body: () => ({ receipt, reason }) },
};
