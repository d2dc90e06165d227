import type { Said } from '../view.ts';

/** Words that stand on every page. */
export const frameWords = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  nav: { zh: '主要栏目', en: 'Main sections' },
  crumbs: { zh: '当前位置', en: 'You are here' },
  home: { zh: '首页', en: 'Home' },
  report: { zh: '我要找错', en: 'Report a fault' },
  ask: { zh: '我要提问', en: 'Ask a question' },
  follow: { zh: '查询进度', en: 'Follow up' },
  rounds: { zh: '抽查结果', en: 'Results' },
  circulars: { zh: '通报', en: 'Circulars' },
  data: { zh: '开放数据', en: 'Open data' },
  about: { zh: '评分说明', en: 'How it is scored' },
  guide: { zh: '使用指南', en: 'User guide' },
  privacy: { zh: '隐私与无障碍', en: 'Privacy and accessibility' },
  foot: {
    zh: '所有分数、比率和日期均由公布的通报数据生成，可逐项核对。',
    en: 'Every score, rate and date is taken from the published circulars and can be checked.',
  },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundBody: {
    zh: '网址可能有误，或者页面已移走。您可以从首页或上面的栏目继续。',
    en: 'The address may be mistyped, or the page has moved. Go on from the home page or a section above.',
  },
  broken: { zh: '系统出错', en: 'Something broke on our side' },
  brokenBody: {
    zh: '出错已记录。您提交的内容没有保存，请返回上一页（填写的内容还在），稍后再提交。',
    en: 'It was written down. Nothing you sent was saved: go back (what you wrote is still there) and send it again later.',
  },
  refused: { zh: '没有办成', en: 'This was not done' },
} as const satisfies Record<string, Said>;
