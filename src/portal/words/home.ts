import type { Said } from '../view.ts';

/** Words of the home page. */
export const homeWords = {
  reportWhat: {
    zh: '发现网站打不开、内容过时或有错字，一分钟内告诉我们。',
    en: 'A page does not open, is out of date or wrong: tell us in under a minute.',
  },
  askWhat: {
    zh: '向有关单位咨询、投诉、提建议或求助，按期答复。',
    en: 'Ask, complain, suggest or call for help; you get an answer by a stated day.',
  },
  followWhat: {
    zh: '凭查询码查看进度、补充说明、评价答复。',
    en: 'With your receipt: see how far it is, add to it, rate the answer.',
  },
  receipt: { zh: '查询码', en: 'Receipt' },
  followButton: { zh: '查询', en: 'Look up' },
  newest: { zh: '最近一次抽查', en: 'The last round' },
  newestLink: { zh: '各网站的得分和问题', en: 'Scores and problems site by site' },
  answered: { zh: '已公开的答复', en: 'Published answers' },
} as const satisfies Record<string, Said>;
