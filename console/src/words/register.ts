import { dictionary } from './dictionary.ts';

/** Acts on units and sites of the register. */
export const registerWords = dictionary(
  {
    done: '已完成',
    acts: {
      addUnit: '新增单位',
      addSite: '新增网站',
      rename: '更名',
      alias: '加别名',
      place: '排序',
      parent: '改上级单位',
      successor: '机构改革移交',
    },
    hints: {
      addUnit: '单位加入名录；已有单位更名请用“更名”，以保留历史名称。',
      addSite: '登记后列入抽查和监测范围；网址重复的会被拒绝。',
      rename: '原名称连同起止日期保留，仍能查到该单位。',
      alias: '别名只用于查找，不出现在通报中。',
      place: '通报附件和名录按这个次序排列。',
      parent: '该单位及其下级单位一起移到新的上级单位之下；不选则没有上级。',
      successor:
        '本单位未办结的找错和来信移交承继单位，期限不变；已办结的仍计在本单位。不能自动移回。',
    },
    fields: {
      name: '名称',
      regionId: '地区',
      parentId: '上级单位',
      homepage: '首页网址',
      siteName: '网站名称（不填为单位名称）',
      siteIdCode: '网站标识码',
      kind: '类型',
      day: '自哪天起（不填为今天）',
      position: '次序',
      to: '承继单位',
      reason: '依据或理由',
    },
    aliasRemove: (name: string) => `删除别名 ${name}`,
    aliasRemoved: (name: string) => `已删除别名“${name}”`,
  },
  {
    done: 'Done',
    acts: {
      addUnit: 'Add a unit',
      addSite: 'Add a site',
      rename: 'Rename',
      alias: 'Add an alias',
      place: 'Place in the list',
      parent: 'Change its parent',
      successor: 'Hand over to a successor',
    },
    hints: {
      addUnit:
        'It joins the register. To rename one that is there, use “Rename”: former names are kept.',
      addSite:
        'It is inspected and monitored from then on; an address that is there already is refused.',
      rename: 'The former name is kept with its days and still finds the unit.',
      alias: 'An alias is for finding; it never stands in a circular.',
      place: 'Annexes and the register go in this order.',
      parent: 'The unit and all below it stand under the new parent; none chosen: at the top.',
      successor:
        'Open reports and inquiries of this unit go on with the successor, clocks and all; ended ones stay counted here. Nothing moves back by itself.',
    },
    fields: {
      name: 'Name',
      regionId: 'Region',
      parentId: 'Parent',
      homepage: 'Homepage',
      siteName: 'Name of the site (empty: the unit’s)',
      siteIdCode: 'Site id code',
      kind: 'Kind',
      day: 'From (empty: today)',
      position: 'Place',
      to: 'Successor',
      reason: 'Ground',
    },
    aliasRemove: (name: string) => `Remove the alias ${name}`,
    aliasRemoved: (name: string) => `The alias “${name}” was removed`,
  },
);
