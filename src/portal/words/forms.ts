import type { Said } from '../view.ts';

/** Words that all forms have. */
export const formWords = {
  mistakes: { zh: '有需要更正的地方', en: 'There is something to correct' },
  optional: { zh: '（可不填）', en: ' (optional)' },
  trap: { zh: '此栏请勿填写', en: 'Leave this empty' },
  send: { zh: '提交', en: 'Send' },
  sendAnyway: { zh: '仍然提交', en: 'Send it all the same' },
  titleMistake: { zh: '有误：', en: 'Error: ' },
  contact: { zh: '联系方式（可不填）', en: 'Contact details (optional)' },
  contactWhy: {
    zh: '只给办理单位看，加密保存，办结后按期删除。填写邮箱的，收到、需补充、已答复时发邮件告知，邮件中没有来信内容。不填也会办理，凭查询码查看答复。',
    en: 'Only who handles it sees them; kept encrypted and erased on schedule. An e-mail address is written to when your message arrives, when something is asked back and when it is answered; nothing you wrote stands in it. Without them it is handled all the same, and you read the answer by your receipt.',
  },
  name: { zh: '称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
} as const satisfies Record<string, Said>;

/** Words of the form for faults. */
export const reportWords = {
  lead: {
    zh: '填三项即可，不到一分钟。提交后得到查询码和答复期限。',
    en: 'Three things to fill in, under a minute. You get a receipt and the day by which you are answered.',
  },
  page: { zh: '有问题的网页地址', en: 'Address of the page' },
  pageHint: {
    zh: '从浏览器地址栏复制，例如 http://www.example.gov.cn/xxgk/1.html',
    en: 'Copy it from the browser, such as http://www.example.gov.cn/xxgk/1.html',
  },
  fault: { zh: '问题类型', en: 'What kind of fault' },
  text: { zh: '哪里有问题', en: 'What is wrong' },
  textHint: {
    zh: '写清位置和错处，例如：第二段“截止”误为“截至”。',
    en: 'Say where and what, such as: second paragraph, the telephone number is out of service.',
  },
  pageMissing: { zh: '请填写有问题的网页地址。', en: 'Fill in the address of the page.' },
  faultMissing: { zh: '请选择问题类型。', en: 'Choose what kind of fault it is.' },
  textMissing: { zh: '请写明哪里有问题。', en: 'Say what is wrong.' },
  isSite: { zh: '这个网页属于：{site}（{unit}）', en: 'This page belongs to {site} ({unit})' },
  noSite: {
    zh: '名录中没有这个网站。请核对地址；如无误可仍然提交，由监管单位查明后转办。',
    en: 'The register has no such site. Check the address; if it is right, send it all the same: the office will find out whose it is.',
  },
  similarTitle: { zh: '已经有人反映过', en: 'Reported before' },
  similarText: {
    zh: '下面是同一网页或同一网站正在办理的找错。如果是同一个问题，不必再提交；不是或想补充，请点“仍然提交”。',
    en: 'These reports of the same page or site are being handled. If yours is the same there is no need to send it; if it is another, send it all the same.',
  },
  samePage: { zh: '同一网页', en: 'same page' },
  sameSite: { zh: '同一网站', en: 'same site' },
} as const satisfies Record<string, Said>;

/** Words of the form for questions. */
export const askWords = {
  lead: {
    zh: '您的来信会转给负责的单位，按期答复。简单咨询一般2个工作日内答复。',
    en: 'What you write goes to the unit in charge and is answered by a stated day; a simple question within two working days.',
  },
  kind: { zh: '来信类型', en: 'What it is' },
  unit: { zh: '希望哪个单位办理', en: 'Which unit it is for' },
  unitHint: {
    zh: '不清楚可以不选，由监管单位分派。',
    en: 'Leave it open if you do not know; the office will assign it.',
  },
  unitNone: { zh: '不清楚，请分派', en: 'I do not know: assign it' },
  unitName: { zh: '单位名称的一部分也可以', en: 'Part of the name is enough' },
  unitMany: {
    zh: '没有唯一的单位叫“{unit}”。可能是：{names}',
    en: 'No single unit is called “{unit}”. Perhaps: {names}',
  },
  title: { zh: '标题', en: 'Title' },
  text: { zh: '内容', en: 'What you want to say' },
  textHint: {
    zh: '写清时间、地点和事情。请不要在这里写身份证号和电话。',
    en: 'Say when, where and what. Leave out identity and telephone numbers here.',
  },
  mayPublish: { zh: '答复后可以公开吗', en: 'May it be published with the answer' },
  mayPublishHint: {
    zh: '公开时会隐去个人信息，让有同样问题的人也能看到答复。',
    en: 'Personal data are masked; others with the same question can read the answer.',
  },
  yes: { zh: '可以公开', en: 'yes' },
  no: { zh: '不要公开', en: 'no' },
  kindMissing: { zh: '请选择来信类型。', en: 'Choose what it is.' },
  titleMissing: { zh: '请填写标题。', en: 'Give it a title.' },
  textMissing: { zh: '请填写内容。', en: 'Say what you want to say.' },
  mayPublishMissing: { zh: '请选择答复后可否公开。', en: 'Choose whether it may be published.' },
  readFirst: { zh: '先看看已公开的答复', en: 'See the published answers first' },
} as const satisfies Record<string, Said>;
