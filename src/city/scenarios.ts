import type { ListModel } from './page-model.ts';
import type { Rng } from './rng.ts';
import type { FaultBrief, SiteBrief } from './site-brief.ts';

/** One way for a site to be. A random city walks through all of them. */
export interface Scenario {
  name: string;
  outline?: SiteBrief['outline'];
  /** The family must be able to bring rows so. */
  delivery?: ListModel['delivery'];
  changes?: Partial<SiteBrief>;
  faults(rng: Rng): FaultBrief[];
}

const stale = (...channels: string[]): FaultBrief[] =>
  channels.map((channel) => ({ fault: 'channel-stale', channel }));
const blank = (...channels: string[]): FaultBrief[] =>
  channels.map((channel) => ({ fault: 'channel-blank', channel }));
const unreadable = (...channels: string[]): FaultBrief[] =>
  channels.map((channel) => ({ fault: 'channel-unreadable', channel }));
const sixMonths = ['政策文件', '规范性文件', '政策解读', '公示公告'];
const silent: FaultBrief[] = [
  { fault: 'letter-none' },
  { fault: 'survey-none' },
  { fault: 'interview-none' },
];

/** Every kind of fault, veto line and way to be undecidable, one scenario after the other. */
export const scenarios: readonly Scenario[] = [
  { name: 'flawless', faults: () => [] },
  {
    name: 'few-updates',
    faults: (rng) => [{ fault: 'homepage-few-updates', updates: rng.int(1, 9) }],
  },
  { name: 'not-updated', faults: () => [{ fault: 'homepage-not-updated' }] },
  {
    name: 'five-late',
    outline: 'department',
    faults: () => stale('要闻', ...sixMonths),
  },
  {
    name: 'ten-long-stale',
    outline: 'department',
    faults: () => [
      ...stale('要闻', '政策文件', '政策解读', '规划计划', '人事信息', '人事任免'),
      ...blank('统计信息', '规范性文件', '信息公开年报', '表格下载'),
    ],
  },
  {
    name: 'nine-long-stale',
    outline: 'department',
    faults: () => [
      ...stale('要闻', '政策文件', '政策解读', '公示公告', '规划计划'),
      ...blank('统计信息', '规范性文件', '信息公开年报', '表格下载'),
    ],
  },
  {
    name: 'five-blank',
    faults: () => blank('政策解读', '规划计划', '统计信息', '表格下载', '领导信息'),
  },
  { name: 'four-blank', faults: () => blank('政策解读', '规划计划', '统计信息', '机构职能') },
  {
    name: 'letters-unanswered',
    faults: (rng) => [{ fault: 'letter-unanswered', count: rng.int(1, 3) }],
  },
  {
    name: 'channels-missing',
    faults: () => [
      { fault: 'consultation-missing' },
      { fault: 'survey-missing' },
      { fault: 'services-missing' },
    ],
  },
  {
    name: 'poor-services',
    faults: (rng) => [
      { fault: 'guide-incomplete', count: rng.int(1, 3), lacks: rng.int(4, 5) },
      { fault: 'service-download-dead', count: 2 },
      { fault: 'service-system-dead', count: 1 },
    ],
  },
  {
    name: 'entrance',
    changes: { homepage: 'entrance' },
    faults: (rng) => stale(rng.pick(['规划计划', '统计信息'])),
  },
  {
    name: 'entrance-asleep',
    changes: { homepage: 'entrance' },
    faults: () => [{ fault: 'homepage-not-updated' }],
  },
  {
    name: 'iframes',
    delivery: 'iframe',
    changes: { delivery: 'iframe', hasHomeFrame: true },
    faults: () => stale('政策文件'),
  },
  {
    name: 'json',
    outline: 'department',
    delivery: 'json-endpoint',
    changes: { delivery: 'json-endpoint' },
    faults: () => stale('要闻'),
  },
  {
    name: 'xml',
    delivery: 'xml-in-script',
    changes: { delivery: 'xml-in-script' },
    faults: () => [...stale('政策解读'), ...blank('统计信息')],
  },
  {
    name: 'comments',
    delivery: 'comment-unpacked',
    changes: { delivery: 'comment-unpacked' },
    faults: () => stale('人事信息'),
  },
  {
    name: 'unreadable',
    delivery: 'script-only',
    faults: () => [
      ...stale('规划计划'),
      ...blank('统计信息'),
      ...unreadable('政策解读', '规划计划', '统计信息'),
    ],
  },
  {
    name: 'unreadable-veto',
    outline: 'department',
    delivery: 'script-only',
    faults: () => unreadable('要闻', ...sixMonths),
  },
  {
    name: 'unreadable-and-late',
    outline: 'department',
    delivery: 'script-only',
    faults: () => [
      ...stale('要闻', '政策文件', '政策解读'),
      ...unreadable('规范性文件', '公示公告'),
    ],
  },
  { name: 'walled', changes: { access: 'walled' }, faults: () => [] },
  { name: 'refused', changes: { access: 'refused' }, faults: () => [] },
  { name: 'failing', changes: { access: 'failing' }, faults: () => [] },
  {
    name: 'dead-links',
    faults: (rng) => [
      { fault: 'link-dead', on: 'homepage', count: rng.int(1, 4) },
      { fault: 'link-dead', on: 'other', count: rng.int(6, 14) },
      { fault: 'link-blocked', on: 'other', count: 2 },
    ],
  },
  {
    name: 'doubtful-channels',
    faults: () => [
      { fault: 'channel-undated', channel: '规划计划' },
      { fault: 'channel-forgotten', channel: '表格下载' },
      { fault: 'special-historical' },
    ],
  },
  { name: 'silent', faults: () => silent },
  {
    name: 'below-sixty',
    outline: 'department',
    faults: () => [
      { fault: 'homepage-few-updates', updates: 9 },
      ...silent,
      ...stale(...sixMonths, '规划计划'),
    ],
  },
  {
    name: 'exactly-sixty',
    outline: 'department',
    faults: () => [
      { fault: 'homepage-few-updates', updates: 1 },
      ...silent,
      ...stale(...sixMonths),
      { fault: 'link-dead', on: 'homepage', count: 4 },
    ],
  },
  {
    name: 'bare-footer',
    faults: (rng) => [
      {
        fault: 'footer-element-missing',
        elements: rng
          .shuffled([
            'site-id-code',
            'icp',
            'police',
            'party-government-mark',
            'error-report-entrance',
          ] as const)
          .slice(0, rng.int(1, 3)),
      },
      { fault: 'survey-few', held: rng.int(1, 2) },
      { fault: 'interview-few', held: rng.int(1, 2) },
    ],
  },
];
