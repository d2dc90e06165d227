import type { Said } from '../view.ts';

/** Words of circulars and open data. */
export const circularWords = {
  title: { zh: '通报', en: 'Circulars' },
  none: { zh: '还没有公布的通报。', en: 'No circular has been published yet.' },
  feed: { zh: '订阅（Atom）', en: 'Feed (Atom)' },
  feedTitle: { zh: '{name}：通报', en: '{name}: circulars' },
  siteFeed: { zh: '{site}：抽查结果', en: '{site}: results' },
  published: { zh: '公布', en: 'Published' },
  number: { zh: '版本', en: 'Version' },
  hash: { zh: '全部文件的校验值', en: 'Hash over all files' },
  files: { zh: '文件', en: 'Files' },
  fileHash: { zh: '校验值（SHA-256）', en: 'Hash (SHA-256)' },
  file: { zh: '文件', en: 'File' },
  what: { zh: '内容', en: 'What it is' },
  replacedBy: {
    zh: '这个版本已被更正，现行的是{link}。',
    en: 'This version was corrected; {link} is in force.',
  },
  results: { zh: '查看各网站结果', en: 'See the results site by site' },
  verify: {
    zh: '核对方法：下载文件后计算 SHA-256，应与下表一致；任何改动都会使校验值不同。',
    en: 'To check: compute the SHA-256 of what you downloaded. It must be as below; any change makes it another.',
  },
  kinds: {
    'circular.docx': { zh: '通报（Word）', en: 'circular (Word)' },
    'circular.html': { zh: '通报（网页）', en: 'circular (web page)' },
    'circular.pdf': { zh: '通报（PDF）', en: 'circular (PDF)' },
    'circular.md': { zh: '通报（纯文本）', en: 'circular (plain text)' },
    'annex.xlsx': { zh: '附件（Excel）', en: 'annex (Excel)' },
    'annex.csv': { zh: '附件（CSV）', en: 'annex (csv)' },
    'open-data.json': { zh: '开放数据（JSON）', en: 'open data (JSON)' },
  } as Readonly<Record<string, Said>>,
  dataTitle: { zh: '开放数据', en: 'Open data' },
  dataIntro: {
    zh: '以下数据可以自由使用，请注明来源。数据只来自已公布的通报，更正前的数字一并保留。',
    en: 'These data may be used freely; name the source. They come from published circulars only, and corrected numbers are kept beside the new ones.',
  },
  scores: { zh: '历次抽查全部网站的得分', en: 'Scores of all sites in all rounds' },
  schema: { zh: '结构说明（JSON Schema）', en: 'JSON Schema' },
  perCircular: { zh: '各次通报的开放数据', en: 'Open data of each circular' },
  ledger: { zh: '台账', en: 'Ledger' },
  ledgerText: {
    zh: '监管工作的每一步都写入前后相扣的台账。每日末行的校验值公布如下，事后改动任何一行都会使其不符。',
    en: 'Every act of the office is a line of a chained ledger. The hash of each day’s last line stands here: a change of any line afterwards would no longer agree with it.',
  },
  day: { zh: '日期', en: 'Day' },
  line: { zh: '末行编号', en: 'Last line' },
  lineHash: { zh: '校验值', en: 'Hash' },
} as const;
