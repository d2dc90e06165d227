import type { Words } from './clock.ts';

/** What an inquiry (网络问政) asks for. */
export const inquiryKinds = {
  question: { zh: '咨询', en: 'question' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建言', en: 'suggestion' },
  help: { zh: '求助', en: 'call for help' },
} as const satisfies Record<string, Words>;
export type InquiryKind = keyof typeof inquiryKinds;
export const inquiryKindNames = Object.keys(inquiryKinds) as [InquiryKind, ...InquiryKind[]];

export const complexities = ['ordinary', 'complex'] as const;
export type Complexity = (typeof complexities)[number];

/** Why an answered inquiry is not made public. No official list is known: these are ours. */
export const withholdReasons = {
  'personal-data': { zh: '涉及个人隐私', en: 'personal data' },
  'trade-secret': { zh: '涉及商业秘密', en: 'trade secret' },
  secret: { zh: '涉及国家秘密或者内部信息', en: 'state secret or internal matter' },
  'third-party': { zh: '影响他人合法权益', en: 'rights of others' },
  'writer-asked': { zh: '来信人要求不公开', en: 'the writer asked for it' },
  investigation: { zh: '正在调查处理', en: 'under investigation' },
  repeated: { zh: '重复来信，已公开答复', en: 'repeated, answered in public before' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Words>;
export type WithholdReason = keyof typeof withholdReasons;
export const withholdReasonNames = Object.keys(withholdReasons) as [
  WithholdReason,
  ...WithholdReason[],
];

/** Why a matter is not taken up. Ours. */
export const refusalReasons = {
  'not-ours': { zh: '不属于受理范围', en: 'outside of what is taken up here' },
  court: { zh: '应通过诉讼、仲裁、行政复议等途径解决', en: 'for courts, arbitration or review' },
  petition: { zh: '信访事项，已告知信访渠道', en: 'a petition, sent to that channel' },
  unclear: { zh: '内容不清，无法办理', en: 'too unclear to be handled' },
  abuse: { zh: '广告、辱骂或者恶意信息', en: 'advertising, insults or malice' },
  repeated: { zh: '已办结事项的重复来信', en: 'repeats a matter that was dealt with' },
} as const satisfies Record<string, Words>;
export type RefusalReason = keyof typeof refusalReasons;
export const refusalReasonNames = Object.keys(refusalReasons) as [
  RefusalReason,
  ...RefusalReason[],
];

/** What a citizen writes to ask something. */
export interface NewInquiry {
  kind: InquiryKind;
  /** The unit it is addressed to, if the citizen knows. */
  unitId?: number | undefined;
  title: string;
  text: string;
  /** Whether the writer agrees that question and answer are made public. */
  mayPublish: boolean;
}
