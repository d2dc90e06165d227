import { dictionary } from './dictionary.ts';

/** What the places of a rubric are called, where two of them are compared. */
export const rubricPlaceWords = dictionary(
  {
    fields: {
      rule: '计分',
      takes: '对应问题',
      counts: '门槛',
      mark: '可信度',
      group: '分组',
      after: '先于',
      scoring: '评分方式',
      skipGroups: '不计的组',
      rescale: '折算',
    },
    scale: {
      full: '满分',
      floor: '最低分',
      passLine: '合格线',
      vetoScore: '单项否决计分',
      'bonus.maximum': '加分上限',
      'bonus.opensAbove': '可加分的最低得分',
      maxUnmeasuredShare: '未测上限',
      unknownPoints: '分值未知时',
    },
    all: '各类网站',
    none: '无',
    unknown: '未知',
  },
  {
    fields: {
      rule: 'rule',
      takes: 'findings',
      counts: 'thresholds',
      mark: 'certainty',
      group: 'group',
      after: 'after',
      scoring: 'scoring',
      skipGroups: 'groups left out',
      rescale: 'rescaled',
    },
    scale: {
      full: 'Full score',
      floor: 'Lowest score',
      passLine: 'Pass line',
      vetoScore: 'Score of a veto',
      'bonus.maximum': 'Most bonus',
      'bonus.opensAbove': 'Bonus from',
      maxUnmeasuredShare: 'Most unmeasured',
      unknownPoints: 'Unknown points',
    },
    all: 'All sites',
    none: 'None',
    unknown: 'Unknown',
  },
);
