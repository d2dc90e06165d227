import type { Words } from './clock.ts';

/** What may be wrong with a page (找错). No official list is known: these are ours. */
export const faults = {
  unavailable: { zh: '无法访问', en: 'does not open' },
  'dead-link': { zh: '链接失效', en: 'dead link' },
  stale: { zh: '信息不更新', en: 'not updated' },
  inaccurate: { zh: '内容不准确', en: 'wrong information' },
  typo: { zh: '错别字', en: 'misspelling' },
  unanswered: { zh: '咨询留言不回复', en: 'letters unanswered' },
  forged: { zh: '虚假或伪造内容', en: 'false or forged' },
  other: { zh: '其他', en: 'something else' },
} as const satisfies Record<string, Words>;
export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as [Fault, ...Fault[]];

/** Whether the fault was there (属实); apart from whether it was answered. */
export const truths = {
  true: { zh: '属实', en: 'true' },
  partly: { zh: '部分属实', en: 'partly true' },
  untrue: { zh: '不属实', en: 'not true' },
} as const satisfies Record<string, Words>;
export type Truth = keyof typeof truths;
export const truthNames = Object.keys(truths) as [Truth, ...Truth[]];

/** What a citizen writes to report a fault. */
export interface NewErrorReport {
  /** The page's address, as the citizen gave it. */
  pageUrl: string;
  fault: Fault;
  text: string;
}
