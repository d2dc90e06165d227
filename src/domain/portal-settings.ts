import type { Setting } from './setting.ts';

/** Settings of the public pages: whether there are any, what they are called, where they stand. */
export const portalSettings = {
  portal: {
    env: 'XUNWANG_PUBLIC',
    kind: 'count',
    default: '1',
    unit: '0 or 1',
    least: 0,
    most: 1,
    doc: {
      zh: '是否开放公众网页：1 开放，0 不开放',
      en: 'whether there are pages for the public: 1 yes, 0 no',
    },
  },
  portalName: {
    env: 'XUNWANG_PUBLIC_NAME',
    kind: 'text',
    default: '政府网站监督',
    unit: null,
    doc: {
      zh: '公众网页的名称，显示在每一页的页首',
      en: 'what the public pages are called; stands in the head of each',
    },
  },
  portalOrigin: {
    env: 'XUNWANG_PUBLIC_ORIGIN',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '公众网页自己的对外地址，如 https://jiandu.example.gov.cn；不设则在本服务的 /public/ 之下',
      en: 'address of the public pages when they have a host of their own; without it they stand below /public/',
    },
  },
  submissionsAnHour: {
    env: 'XUNWANG_PUBLIC_SUBMISSIONS',
    kind: 'count',
    default: '20',
    unit: 'submissions',
    least: 1,
    most: 100_000,
    doc: {
      zh: '每个地址每小时可提交的找错和提问数；浏览器不运行脚本时为其四分之一',
      en: 'reports and questions from one address in an hour; a quarter of it where no script runs',
    },
  },
} as const satisfies Record<string, Setting>;
