import type { ChannelOutline, SiteBrief } from './site-brief.ts';

const openness: ChannelOutline[] = [
  { name: '通知公告', slug: 'tzgg', kind: 'notices' },
  { name: '政策文件', slug: 'zcwj', kind: 'policy-documents' },
  { name: '政策解读', slug: 'zcjd', kind: 'interpretation' },
  { name: '规划计划', slug: 'ghjh', kind: 'plans' },
  { name: '人事信息', slug: 'rsxx', kind: 'personnel' },
  { name: '统计信息', slug: 'tjxx', kind: 'statistics' },
];

const interaction: ChannelOutline = {
  name: '互动交流',
  slug: 'hdjl',
  kind: 'other',
  children: [
    { name: '政务咨询', slug: 'zwzx', kind: 'consultation', role: 'mailbox' },
    { name: '投诉举报', slug: 'tsjb', kind: 'complaint', role: 'mailbox' },
    { name: '征集调查', slug: 'zjdc', kind: 'survey', role: 'survey' },
    { name: '互动访谈', slug: 'hdft', kind: 'interview', role: 'interview' },
  ],
};

const services: ChannelOutline = {
  name: '办事服务',
  slug: 'bsfw',
  kind: 'service',
  children: [
    { name: '办事指南', slug: 'bszn', kind: 'service', role: 'guides' },
    { name: '表格下载', slug: 'bgxz', kind: 'downloads' },
  ],
};

const institution: ChannelOutline = {
  name: '机构概况',
  slug: 'jggk',
  kind: 'overview',
  children: [
    { name: '机构职能', slug: 'jgzn', kind: 'functions', role: 'single' },
    { name: '领导信息', slug: 'ldxx', kind: 'leaders', role: 'single' },
  ],
};

const smallDepartment: ChannelOutline[] = [
  institution,
  { name: '工作动态', slug: 'gzdt', kind: 'news' },
  { name: '政务公开', slug: 'zwgk', kind: 'disclosure', children: openness },
  services,
  interaction,
];

const department: ChannelOutline[] = [
  institution,
  {
    name: '新闻中心',
    slug: 'xwzx',
    kind: 'news',
    children: [
      { name: '工作动态', slug: 'gzdt', kind: 'news' },
      { name: '要闻', slug: 'yw', kind: 'news' },
    ],
  },
  {
    name: '政务公开',
    slug: 'zwgk',
    kind: 'disclosure',
    children: [
      ...openness,
      { name: '公示公告', slug: 'gsgg', kind: 'notices' },
      { name: '规范性文件', slug: 'gfxwj', kind: 'policy-documents' },
      { name: '人事任免', slug: 'rsrm', kind: 'personnel' },
      { name: '信息公开指南', slug: 'xxgkzn', kind: 'disclosure', role: 'single' },
      { name: '信息公开年报', slug: 'xxgknb', kind: 'disclosure' },
    ],
  },
  services,
  interaction,
];

const township = (name: string, slug: string): ChannelOutline => ({
  name,
  slug,
  kind: 'other',
  children: [
    { name: '要闻信息', slug: 'ywxx', kind: 'news' },
    { name: '通知公告', slug: 'tzgg', kind: 'notices' },
  ],
});

const portal: ChannelOutline[] = [
  {
    name: '县情概况',
    slug: 'xqgk',
    kind: 'overview',
    children: [
      { name: '概况信息', slug: 'gkxx', kind: 'overview', role: 'single' },
      { name: '机构职能', slug: 'jgzn', kind: 'functions', role: 'single' },
      { name: '领导信息', slug: 'ldxx', kind: 'leaders', role: 'single' },
    ],
  },
  {
    name: '新闻中心',
    slug: 'xwzx',
    kind: 'news',
    children: [
      { name: '今日要闻', slug: 'jryw', kind: 'news' },
      { name: '部门动态', slug: 'bmdt', kind: 'news' },
      { name: '乡镇扫描', slug: 'xzsm', kind: 'news' },
    ],
  },
  {
    name: '政务公开',
    slug: 'zwgk',
    kind: 'disclosure',
    children: department[2]?.children ?? [],
  },
  services,
  interaction,
  {
    name: '招商引资',
    slug: 'zsyz',
    kind: 'other',
    children: [
      { name: '招商动态', slug: 'zsdt', kind: 'news' },
      { name: '招商政策', slug: 'zszc', kind: 'policy-documents' },
    ],
  },
  {
    name: '乡镇频道',
    slug: 'xzpd',
    kind: 'other',
    children: [township('陆溪镇', 'lxz'), township('南林镇', 'nlz'), township('北河镇', 'bhz')],
  },
];

/** The channel trees that sites start from; a brief renames, drops and adds. */
export const outlines: Readonly<Record<SiteBrief['outline'], readonly ChannelOutline[]>> = {
  portal,
  department,
  'small-department': smallDepartment,
};

/** Where historical special topics hang when a brief orders them. */
export const historicalTopics: ChannelOutline = {
  name: '专题专栏',
  slug: 'ztzl',
  kind: 'special',
  children: [
    {
      name: '历史专题',
      slug: 'lszt',
      kind: 'special',
      children: [
        { name: '文明创建专题', slug: 'wmcj', kind: 'special' },
        { name: '作风建设专题', slug: 'zfjs', kind: 'special' },
      ],
    },
  ],
};
