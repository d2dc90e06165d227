import { dictionary } from './dictionary.ts';

/** Figures of error reports and inquiries. */
export const matterFigureWords = dictionary(
  {
    title: '公众来信统计',
    of: '统计对象',
    period: '统计期间',
    from: '收到日期自',
    to: '至',
    asOf: '统计截至（不填为现在）',
    asOfMoment: (moment: string) => `统计截至 ${moment}，按当时的承办单位和单位名称计算。`,
    inquirySum: (received: number, handled: number, open: number, unpublished: number) =>
      `收到 ${received} ＝ 已公开答复 ${handled} ＋ 办理中 ${open} ＋ 不公开 ${unpublished}`,
    reportSum: (received: number, answered: number, open: number, refused: number) =>
      `收到 ${received} ＝ 已答复 ${answered} ＋ 办理中 ${open} ＋ 不予受理 ${refused}`,
    byUnit: '按单位统计',
    received: '收到',
    answered: '已答复',
    late: '超期',
    replyRate: '回复率',
    onTimeRate: '按时率',
    satisfaction: '满意率',
    movedIn: '改革移入',
    definitions:
      '回复率＝已答复÷（收到－不予受理）；按时率＝按时答复÷（已答复＋逾期未答复）；满意率＝满意和非常满意÷参评人数；改革移入为因机构改革从其他单位移交来的件数。',
    reconciled: '与台账核对',
    noDiscrepancies: '与台账一致。',
    things: { inquiry: '来信', 'error-report': '找错' },
    differs: (field: string, table: string, ledger: string) =>
      `${field}：现为 ${table}，台账为 ${ledger}`,
  },
  {
    title: 'Figures of what the public wrote',
    of: 'Counted',
    period: 'Period',
    from: 'Received from',
    to: 'to',
    asOf: 'As of (empty: now)',
    asOfMoment: (moment: string) => `As of ${moment}, by the units and their names of that moment.`,
    inquirySum: (received: number, handled: number, open: number, unpublished: number) =>
      `Received ${received} = answered in public ${handled} + in progress ${open} + not public ${unpublished}`,
    reportSum: (received: number, answered: number, open: number, refused: number) =>
      `Received ${received} = answered ${answered} + in progress ${open} + not taken up ${refused}`,
    byUnit: 'By unit',
    received: 'Received',
    answered: 'Answered',
    late: 'Late',
    replyRate: 'Reply rate',
    onTimeRate: 'On time',
    satisfaction: 'Satisfaction',
    movedIn: 'Moved in',
    definitions:
      'Reply rate: answered ÷ (received − not taken up). On time: answered in time ÷ (answered + due and not answered). Satisfaction: satisfied and very satisfied ÷ raters. Moved in: came from another unit when institutions changed.',
    reconciled: 'Held against the ledger',
    noDiscrepancies: 'Table and ledger agree.',
    things: { inquiry: 'Inquiry', 'error-report': 'Error report' },
    differs: (field: string, table: string, ledger: string) =>
      `${field}: ${table} now, ${ledger} in the ledger`,
  },
);
