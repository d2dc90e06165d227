import type { ChannelKind } from '#domain/channel.ts';

// Everything the city says. No person is named, and no title ends in a figure.

const places = [
  '城区',
  '北部片区',
  '南部片区',
  '高新园区',
  '沿江乡镇',
  '山区乡镇',
  '老旧小区',
  '中心集镇',
  '示范村',
  '移民安置点',
  '产业园',
  '湖区',
  '各社区',
  '重点企业',
  '中小学校',
  '乡村',
  '边远村组',
  '各窗口单位',
  '工业聚集区',
];
const topics = [
  '防汛备汛',
  '春耕生产',
  '道路养护',
  '安全生产',
  '环境整治',
  '垃圾分类',
  '就业服务',
  '便民服务',
  '项目建设',
  '招商引资',
  '扶贫帮扶',
  '文明创建',
  '食品安全',
  '饮水安全',
  '森林防火',
  '河湖巡查',
  '消防安全',
  '营商环境',
  '普法宣传',
  '农技推广',
  '健康义诊',
  '校园安全',
  '节能降耗',
];
const acts: Record<'news' | 'notices' | 'documents' | 'reading' | 'other', readonly string[]> = {
  news: [
    '扎实推进{p}{t}工作',
    '{p}{t}工作取得新进展',
    '现场督办{p}{t}',
    '{p}开展{t}集中行动',
    '{p}{t}工作推进会召开',
    '多措并举抓好{p}{t}',
    '{p}{t}调研座谈举行',
  ],
  notices: [
    '关于开展{p}{t}专项检查的公告',
    '关于{p}{t}有关事项的通知',
    '{p}{t}项目公示',
    '关于征集{p}{t}志愿者的公告',
    '关于调整{p}{t}安排的通知',
  ],
  documents: [
    '关于印发{p}{t}实施方案的通知',
    '关于加强{p}{t}管理的意见',
    '{p}{t}管理办法',
    '关于做好{p}{t}工作的实施意见',
    '关于修改{p}{t}若干规定的决定',
  ],
  reading: ['《{p}{t}实施方案》政策解读', '一图读懂{p}{t}管理办法', '《{p}{t}若干措施》解读'],
  other: ['{p}{t}情况', '{p}{t}资料汇编', '{p}{t}一览表', '{p}{t}情况说明'],
};
const wording: Partial<Record<ChannelKind, readonly string[]>> = {
  news: acts.news,
  notices: acts.notices,
  'policy-documents': acts.documents,
  interpretation: acts.reading,
  personnel: ['关于{p}{t}工作人员招聘的公告', '关于{p}{t}岗位调整的公告', '{p}{t}岗位任前公示'],
  plans: ['{p}{t}发展规划', '{p}{t}工作要点', '{p}{t}三年行动计划'],
  statistics: ['{p}{t}统计公报', '{p}{t}数据分析', '{p}{t}主要指标完成情况'],
  disclosure: ['{p}{t}信息公开工作报告', '{p}{t}公开情况报告'],
  service: ['{p}{t}登记', '{p}{t}许可', '{p}{t}备案', '{p}{t}补贴申领'],
  downloads: ['{p}{t}申请表', '{p}{t}登记表', '{p}{t}承诺书样表'],
};
const letters = [
  '{p}{t}由哪个部门负责？',
  '咨询{p}{t}办理条件',
  '请问{p}{t}何时开始？',
  '{p}{t}怎样报名？',
];
const complaints = ['反映{p}{t}不到位的问题', '投诉{p}{t}噪声扰民', '{p}{t}补偿款未兑现'];

/** The title of the entry with this id in a channel of this kind: distinct within a site. */
export function entryTitle(kind: ChannelKind, id: number): string {
  const patterns = wording[kind] ?? acts.other;
  return phrase(patterns, id);
}

/** The subject of a letter. */
export function letterTitle(id: number, isComplaint: boolean): string {
  return phrase(isComplaint ? complaints : letters, id);
}

function phrase(patterns: readonly string[], id: number): string {
  // Place and topic alone walk through all their pairs; the pattern only adds variety.
  const pairs = places.length * topics.length;
  const pair = (id * 131) % pairs;
  const round = Math.floor(id / pairs);
  const place = places[pair % places.length] ?? '';
  const topic = topics[Math.floor(pair / places.length)] ?? '';
  const pattern = patterns[id % patterns.length] ?? '{p}{t}';
  const title = pattern.replace('{p}', place).replace('{t}', topic);
  return round === 0 ? title : `${title}（第${round + 1}批）`;
}

/** The name of a survey, its result notice, or of an interview, by its topic. */
export function eventTitle(role: 'survey' | 'interview', topic: number, isResult: boolean): string {
  const subject = `${places[topic % places.length]}${topics[(topic * 5) % topics.length]}`;
  if (role === 'interview') return `在线访谈：${subject}工作`;
  const isDraft = topic % 2 === 0;
  if (isResult) return isDraft ? `关于${subject}征求意见情况的反馈` : `${subject}问卷调查结果公示`;
  return isDraft ? `关于${subject}管理办法征求意见的公告` : `${subject}问卷调查`;
}

const sentences = [
  '近日，有关单位组织人员深入一线，对{s}进行了全面检查。',
  '会议要求，各责任单位要提高认识，压实责任，把{s}抓紧抓实。',
  '据介绍，今年以来，{s}已完成年度任务的六成以上。',
  '下一步，将继续完善制度，加强督促检查，确保{s}取得实效。',
  '群众反映的问题，工作人员当场作了登记，并逐项明确了办理时限。',
  '该项工作自2018年3月2日启动，计划分三个阶段实施。',
  '有关安排如有变动，以本网站发布的最新信息为准。',
];

/** The text of an article: a few sentences, told apart by its id. */
export function articleParagraphs(title: string, id: number): string[] {
  const count = 3 + (id % 4);
  return Array.from({ length: count }, (_, at) =>
    (sentences[(id + at * 3) % sentences.length] ?? '').replace('{s}', `“${title}”`),
  );
}

/** What a single-page column says. */
export function singleParagraphs(unit: string, name: string): string[] {
  return [
    `${unit}${name}如下。`,
    `${unit}贯彻执行国家有关方针政策和法律法规，负责本行业、本地区的行政管理和公共服务工作。`,
    '内设办公室、政策法规科、综合业务科、监督检查科等科室，办公时间为工作日上午8:00至12:00，下午14:30至17:30。',
  ];
}

/** The eight key elements of a service guide: label, and a text for it. */
export const guideElements: readonly { key: string; label: string; text: string }[] = [
  { key: 'item-name', label: '事项名称', text: '' },
  { key: 'legal-basis', label: '设定依据', text: '《中华人民共和国行政许可法》及相关规定' },
  { key: 'conditions', label: '申请条件', text: '具有完全民事行为能力，材料真实有效' },
  { key: 'materials', label: '办理材料', text: '申请表一份，身份证明复印件一份' },
  { key: 'place', label: '办理地点', text: '政务服务中心二楼综合窗口' },
  { key: 'hours', label: '办理时间', text: '工作日上午8:30至12:00，下午14:30至17:00' },
  { key: 'telephone', label: '联系电话', text: '0715-8120000' },
  { key: 'procedure', label: '办理流程', text: '申请、受理、审查、决定、送达' },
];

/** Words of a page that is not there. */
export const missingWords = '对不起，您访问的页面不存在或已被删除。';
/** Words of a channel that holds nothing. */
export const blankWords = ['暂无信息', '栏目正在建设中', '暂无内容', ''] as const;
