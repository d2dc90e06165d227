import type { GuideElement } from '#domain/page.ts';
import type { PhraseSet } from './lexicon.ts';
import { makeWordFinder, type WordFinder } from './word-finder.ts';

/** What a text says, as far as readers look at those texts only: bits of `Sheet.said`. */
export const SAYS = {
  breadcrumb: 1 << 0,
  footer: 1 << 1,
  blank: 1 << 2,
  missing: 1 << 3,
  guide: 1 << 4,
  pager: 1 << 5,
  count: 1 << 6,
  article: 1 << 7,
  loading: 1 << 8,
  police: 1 << 9,
  icp: 1 << 10,
  siteCode: 1 << 11,
  organiser: 1 << 12,
  telephone: 1 << 13,
  errorReport: 1 << 14,
  hollow: 1 << 15,
  home: 1 << 16,
  answer: 1 << 17,
} as const;

const words = (list: string) => list.split(' ');

/** Words that patterns of single readers are built on; each pattern holds one of its words. */
const OWN: Partial<Record<keyof typeof SAYS, string[]>> = {
  footer: [
    '主办单位',
    '版权所有',
    'copyright',
    'ICP备',
    '公网安备',
    '网站标识码',
    '技术支持',
    '承办单位',
  ],
  pager: ['页', '条', '共', 'next'],
  count: ['页', '条', '篇', '封', '记录', '总数'],
  article: words(
    '上一篇 上一条 下一篇 下一条 责任编辑 字号 字体 打印 关闭窗口 关闭本页 ' +
      '浏览次数 点击数 分享到 【关闭】 来源 发布时间 发布日期 发文时间 发文日期 ' +
      '发表时间 发表日期',
  ),
  loading: ['加载中', '载入中', 'loading'],
  police: ['公网安备'],
  icp: ['ICP'],
  siteCode: ['标识'],
  hollow: words(
    '更多 more 详细 详情 查看 图 阅读 首页 尾页 末页 全文] 上一页 ' + '下一页 上页 下页 打印 关闭',
  ),
};

/** The word lists of the lexicon that stand behind them. */
const LISTS: Partial<Record<keyof typeof SAYS, string[]>> = {
  breadcrumb: ['page-words/breadcrumb'],
  blank: ['blank-phrases/phrases', 'blank-phrases/exact'],
  missing: ['soft-404-phrases/phrases'],
  organiser: ['page-words/organiser'],
  telephone: ['page-words/telephone'],
  errorReport: ['page-words/errorReport'],
  home: ['page-words/home'],
  answer: [
    'interaction-words/answered',
    'interaction-words/unanswered',
    'interaction-words/answeredAt',
  ],
};

/** The finder of all these words. */
export function compileSoughtWords(
  phrases: ReadonlyMap<string, PhraseSet>,
  guide: ReadonlyMap<GuideElement, PhraseSet>,
): WordFinder {
  const names = Object.keys(SAYS) as (keyof typeof SAYS)[];
  return makeWordFinder(
    names.map((name) => {
      const listed = (LISTS[name] ?? []).flatMap((list) => phrases.get(list)?.words ?? []);
      const labels = name === 'guide' ? [...guide.values()].flatMap(({ words }) => words) : [];
      return { bit: SAYS[name], words: [...(OWN[name] ?? []), ...listed, ...labels] };
    }),
  );
}
