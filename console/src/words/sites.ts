import { dictionary } from './dictionary.ts';

/** The register and the page of a site. */
export const siteWords = dictionary(
  {
    title: '网站名录',
    titleUnit: '我的网站',
    search: '名称、别名、域名或标识码',
    state: '状态',
    kind: '类型',
    name: '网站',
    unit: '主办单位',
    region: '地区',
    code: '标识码',
    homepage: '首页',
    emptyTitle: '名录中还没有网站',
    emptyHint: '由监管员从“导入”录入单位和网站后，会显示在这里。',
    fromUnit: (name: string) => `主办单位：${name}`,
    ofUnit: '所选单位',
  },
  {
    title: 'Register of sites',
    titleUnit: 'My sites',
    search: 'Name, alias, domain or code',
    state: 'State',
    kind: 'Kind',
    name: 'Site',
    unit: 'Unit',
    region: 'Region',
    code: 'Code',
    homepage: 'Homepage',
    emptyTitle: 'The register has no sites yet',
    emptyHint: 'Sites appear here once an inspector has imported units and sites.',
    fromUnit: (name: string) => `Unit: ${name}`,
    ofUnit: 'Chosen unit',
  },
);
