import type { Said } from '../view.ts';

/** Words of published answers and of the figures. */
export const answerWords = {
  title: { zh: '已公开的答复', en: 'Published answers' },
  none: { zh: '还没有公开的答复。', en: 'No answer has been published yet.' },
  foundNone: { zh: '没有找到。请换一个词。', en: 'None found. Try another word.' },
  search: { zh: '查找答复', en: 'Search the answers' },
  more: { zh: '更早的答复', en: 'Earlier answers' },
  statistics: { zh: '办理情况统计', en: 'Figures' },
  asked: { zh: '来信', en: 'asked' },
  answer: { zh: '答复', en: 'Answer' },
  rated: { zh: '来信人评价', en: 'the writer:' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  show: { zh: '统计', en: 'Show' },
  asOf: {
    zh: '统计收到日期在{from}至{to}的，截至{cutoff}的办理情况。',
    en: 'What was received from {from} to {to}, as it stood at {cutoff}.',
  },
  reports: { zh: '我为政府网站找错', en: 'Fault reports' },
  inquiries: { zh: '网络问政', en: 'Inquiries' },
  received: { zh: '收到', en: 'Received' },
  handled: { zh: '已办结（公开）', en: 'Answered and published' },
  answered: { zh: '已答复', en: 'Answered' },
  inProgress: { zh: '办理中', en: 'In progress' },
  unpublished: { zh: '不公开', en: 'Not published' },
  refused: { zh: '不予受理', en: 'Not taken up' },
  true: { zh: '属实', en: 'True' },
  replyRate: { zh: '答复率', en: 'Reply rate' },
  onTime: { zh: '按期率', en: 'On time' },
  satisfaction: { zh: '满意率', en: 'Satisfied' },
  late: { zh: '超期', en: 'Late' },
  unit: { zh: '单位', en: 'Unit' },
  unitNone: { zh: '待分派', en: 'to be assigned' },
  definitions: {
    zh: '答复率＝已答复÷（收到－不予受理）；按期率＝期限内答复÷（已答复＋超期未答复）；满意率＝满意和非常满意÷评价人数。少于5件的单位不排名。',
    en: 'Reply rate: answered ÷ (received − not taken up). On time: answered in time ÷ (answered + overdue). Satisfied: of those who rated. Units with fewer than 5 cases are not ranked.',
  },
  periodMistake: {
    zh: '起止日期有误，已改为今年。',
    en: 'The dates are not right; this year is shown.',
  },
} as const satisfies Record<string, Said>;
