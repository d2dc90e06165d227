import type { CivilDate } from '#base/civil-date.ts';
import type { FindingKind } from '#domain/finding.ts';
import type { FaultBrief } from '#city/site-brief.ts';

/** What a unit says of one of its findings, and what becomes of it. */
export interface HeardPlan {
  unit: string;
  kind: FindingKind;
  words: string;
  isGranted: boolean;
  decision: string;
}

/** An earlier round: what was wrong with the city then, and what people made of it. */
export interface RoundPlan {
  /** 2018年第三季度. */
  period: string;
  asOf: CivilDate;
  faults: Readonly<Record<string, FaultBrief[]>>;
  /** Units in order that are looked at too; all others are not this time. */
  fine: readonly string[];
  /** One finding of these units and kinds is set aside. */
  setAside: { unit: string; kind: FindingKind; reason: string }[];
  explanations: HeardPlan[];
  appeals: HeardPlan[];
  /** The next working day after the hearing, and the one it is published on. */
  draftedOn: CivilDate;
  publishedOn: CivilDate;
  mending: MendingPlan;
}

/** How the units of a round mend what they are ordered to. */
export interface MendingPlan {
  /** Most say “mended” on this day, and are looked at. */
  on: CivilDate;
  /** Those who had mended nothing say it again on this one, now truly. */
  again: CivilDate;
  /** Say “mended” and have mended nothing. */
  failing: string[];
  /** Answer only after a written warning. */
  late: string[];
  /** Never answer: still open when the demo begins. */
  silent: string[];
  /** Days on which the ladder is held against the orders and the leader decides. */
  ladderOn: CivilDate[];
  /** Whom a talk is held with, where the ladder proposes one. */
  talk: TalkPlan | null;
}

export interface TalkPlan {
  unit: string;
  on: CivilDate;
  facts: string;
  promises: { text: string; dueOn: CivilDate }[];
  followedUpOn: CivilDate;
}

const stale = (...channels: string[]): FaultBrief[] =>
  channels.map((channel) => ({ fault: 'channel-stale', channel }));
const blank = (...channels: string[]): FaultBrief[] =>
  channels.map((channel) => ({ fault: 'channel-blank', channel }));
const dead = (home: number, other: number): FaultBrief[] => [
  ...(home > 0 ? [{ fault: 'link-dead', on: 'homepage', count: home } as const] : []),
  ...(other > 0 ? [{ fault: 'link-dead', on: 'other', count: other } as const] : []),
];
const few = (updates: number): FaultBrief => ({ fault: 'homepage-few-updates', updates });

/** The three rounds before the one that the demo runs. */
export const rounds = {
  '2018q3': {
    period: '2018年第三季度',
    asOf: '2018-09-10',
    faults: {
      崇阳县人民政府: dead(1, 9),
      市农业农村局: [few(6), ...dead(0, 4)],
      市民政局: [...dead(1, 3), ...blank('规划计划')],
      市国资委: stale('政策文件'),
      市林业局: [few(5), ...stale('政策解读')],
      市商务局: [...dead(1, 4), ...blank('规划计划')],
      市人社局: [...dead(0, 8), ...stale('政策文件')],
      市教育局: dead(3, 2),
      市科技局: [{ fault: 'homepage-not-updated' }],
      市交通运输局: [...stale('政策解读', '公示公告'), ...dead(1, 6)],
      市招商局: [few(4)],
    },
    fine: ['市审计局', '市扶贫办', '市退役军人事务局'],
    setAside: [
      { unit: '市教育局', kind: 'link-dead', reason: '链接为上级部门网站，已通知对方修复' },
      { unit: '市商务局', kind: 'link-dead', reason: '链接目标当日公告停机维护' },
    ],
    explanations: [
      {
        unit: '市民政局',
        kind: 'channel-blank',
        words: '本年度尚未印发规划计划类文件，栏目暂无内容。',
        isGranted: true,
        decision: '经核实，本年度确无此类文件。',
      },
    ],
    appeals: [
      {
        unit: '市民政局',
        kind: 'link-dead',
        words: '该链接由省厅维护，当日省厅服务器升级。',
        isGranted: true,
        decision: '经向省厅核实，情况属实。',
      },
      {
        unit: '市交通运输局',
        kind: 'channel-stale',
        words: '栏目内容由科室报送，近期没有可发布的信息。',
        isGranted: false,
        decision: '政策解读六个月内未更新，不能以未报送为由免除。',
      },
    ],
    draftedOn: '2018-09-18',
    publishedOn: '2018-09-20',
    mending: {
      on: '2018-09-27',
      again: '2018-10-09',
      failing: ['市人社局'],
      late: [],
      silent: [],
      ladderOn: ['2018-09-30', '2018-10-08'],
      talk: null,
    },
  },
  '2018q4': {
    period: '2018年第四季度',
    asOf: '2018-12-03',
    faults: {
      咸安区人民政府: dead(0, 4),
      市司法局: dead(0, 3),
      市生态环境局: stale('政策解读'),
      市民政局: dead(0, 2),
      市林业局: dead(1, 0),
      市应急管理局: blank('统计信息'),
      市人社局: dead(0, 5),
      市扶贫办: stale('政策解读'),
      市公安局: dead(2, 0),
      市交通运输局: [...stale('政策解读'), ...dead(1, 4)],
      市招商局: [few(6), ...stale('政策解读')],
    },
    fine: ['市科技局', '市审计局', '市国资委'],
    setAside: [
      { unit: '市公安局', kind: 'link-dead', reason: '链接要求使用数字证书登录，非无效链接' },
    ],
    explanations: [
      {
        unit: '市应急管理局',
        kind: 'channel-blank',
        words: '部门新组建，统计信息尚未产生。',
        isGranted: true,
        decision: '情况属实，限2019年6月底前补充。',
      },
    ],
    appeals: [
      {
        unit: '市林业局',
        kind: 'link-dead',
        words: '该链接我局访问正常。',
        isGranted: false,
        decision: '三次不同时间访问均为404，维持原结果。',
      },
    ],
    draftedOn: '2018-12-11',
    publishedOn: '2018-12-13',
    mending: {
      on: '2018-12-20',
      again: '2019-01-18',
      failing: ['市人社局'],
      late: ['市交通运输局', '市招商局'],
      silent: [],
      ladderOn: ['2018-12-26', '2018-12-29', '2019-01-08', '2019-01-16'],
      talk: {
        unit: '市交通运输局',
        on: '2019-01-17',
        facts: '政策解读栏目连续两个季度超过六个月未更新，整改通知逾期未答复。',
        promises: [
          { text: '一周内补齐政策解读并落实专人', dueOn: '2019-01-25' },
          { text: '建立每月自查制度', dueOn: '2019-02-28' },
        ],
        followedUpOn: '2019-02-22',
      },
    },
  },
  '2019q1': {
    period: '2019年第一季度',
    asOf: '2019-03-04',
    faults: {
      崇阳县人民政府: dead(0, 7),
      咸安区人民政府: stale('浮山文件', '马桥文件'),
      市农业农村局: dead(1, 2),
      市民政局: dead(2, 1),
      市林业局: [few(8)],
      市卫健委: dead(0, 4),
      市统计局: stale('要闻'),
      市自然资源和规划局: [...blank('统计信息'), ...dead(0, 2)],
      市扶贫办: stale('政策解读'),
      市水利和湖泊局: [...stale('公示公告'), ...dead(0, 3)],
      市科技局: [few(7)],
      市招商局: [few(5), ...stale('政策解读')],
    },
    fine: ['市司法局', '市审计局', '市国资委', '市人社局', '市政务服务和大数据管理局'],
    setAside: [
      { unit: '市财政局', kind: 'link-dead', reason: '链接指向内网系统说明页，非对公众服务' },
    ],
    explanations: [],
    appeals: [],
    draftedOn: '2019-03-12',
    publishedOn: '2019-03-15',
    mending: {
      on: '2019-03-26',
      again: '2019-04-03',
      failing: ['市水利和湖泊局'],
      late: ['市统计局'],
      silent: ['市招商局'],
      ladderOn: ['2019-03-28', '2019-04-01', '2019-04-11', '2019-04-18'],
      talk: null,
    },
  },
} as const satisfies Record<string, RoundPlan>;
