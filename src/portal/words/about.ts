import type { Chapter } from '../pages/about.ts';

export const aboutTexts: readonly Chapter[] = [
  {
    heading: { zh: '怎样打分', en: 'How a site is scored' },
    paragraphs: [
      {
        zh: '先看单项否决：网站打不开、首页长期不更新、多个栏目空白或过期等，出现任何一项即不合格，不再打分。没有单项否决的网站从100分起，按评分表逐项扣分。合格线随每次抽查公布。',
        en: 'Veto lines come first: a site that does not open, whose homepage is not updated, with many blank or late channels fails at once and gets no score. Every other site begins at 100 and loses points line by line of the rubric. The pass line stands with each round.',
      },
      {
        zh: '评分表的版本和校验值写在每次结果里。官方没有公布分值的项目只指出、不扣分。',
        en: 'Each result names the version of its rubric. Lines whose points no official text gives are named, and no points are taken.',
      },
    ],
  },
  {
    heading: { zh: '为什么说是问题', en: 'Why something counts as a problem' },
    paragraphs: [
      {
        zh: '机器发现的问题要隔开时间多次复查，每次都存在才确认；还要经监管人员复核。每个问题都列出查看的时间、状态和内容校验值。被防火墙拦截、需要浏览器才能打开等测不到的情况写作“未测全”，既不算合格，也不扣分。',
        en: 'What the machine suspects is looked at again at other times and counts only when it is there every time; then a person reviews it. Each problem lists when it was looked at, what was answered and the hash of the content. What could not be measured is called incomplete: neither a pass nor a charge.',
      },
      {
        zh: '网站主办单位可以在公示期内说明和申诉。公布以后更正的，以新的版本公布，旧版本保留，更正前的数字列在旁边。',
        en: 'Units may explain and appeal before publication. What is corrected later is published as a new version; the old one stays, and the former number stands beside the new.',
      },
    ],
  },
  {
    heading: { zh: '公开到什么程度', en: 'How far it is public' },
    paragraphs: [
      {
        zh: '公开已公布通报中的分数、问题和佐证要点。页面摘录和截图不公开；指向有害内容的地址不重复公布。',
        en: 'Public are scores, problems and the facts of the evidence. Excerpts and pictures of pages are not; addresses that lead to harmful content are not repeated.',
      },
    ],
  },
];

export const privacyTexts: readonly Chapter[] = [
  {
    heading: { zh: '我们保存什么', en: 'What is kept of you' },
    paragraphs: [
      {
        zh: '浏览、找错和提问都不需要账号，本网站不使用 Cookie，也不引用任何外部内容。',
        en: 'You need no account to read, report or ask. There are no cookies and nothing is loaded from elsewhere.',
      },
      {
        zh: '联系方式可以不填。填写的联系方式加密保存，只给办理单位看，每次查看都有记录，办结后180天删除（期限由监管单位设定）。公开的问答会隐去姓名、电话、住址和证件号码。',
        en: 'Contact details are optional. They are kept encrypted, shown only to who handles the matter, every look at them is written down, and they are erased 180 days after it is closed (the office sets how long). Names, numbers and addresses are masked in what is published.',
      },
      {
        zh: '填写邮箱的，收到、需要补充、已答复时各发一封邮件，其中的链接10天内有效，可查看进度和评价，请勿转发。邮件中没有来信内容，也没有查询码。同一邮箱每天最多告知五件。',
        en: 'To an e-mail address one mail is sent when your message arrives, when something is asked back and when it is answered. Its link works for ten days, to follow and to rate: do not pass it on. The mail holds nothing you wrote, and no receipt. Of at most five messages a day one address is told.',
      },
      {
        zh: '为防止滥用，会在内存中短时间记下访问地址的提交次数，不写入数据库。上传的图片会去掉拍摄地点等附加信息。',
        en: 'Against abuse the number of submissions from an address is counted in memory for a short time and written nowhere. Pictures lose their hidden data, such as where they were taken.',
      },
    ],
  },
  {
    heading: { zh: '查询码', en: 'Your receipt' },
    paragraphs: [
      {
        zh: '提交后得到一个查询码，凭它可以查看进度和评价。查询码只显示一次，数据库中不保存原文，请抄下、截图或打印。',
        en: 'After sending you get a receipt; with it you follow and rate. It is shown once and not kept as such: write it down, or print it.',
      },
    ],
  },
  {
    heading: { zh: '无障碍', en: 'Accessibility' },
    paragraphs: [
      {
        zh: '本网站按 WCAG 2.2 AA 制作：只用键盘可以完成全部操作，支持读屏软件和浏览器放大字体，不运行脚本也能使用。遇到障碍请用“我要提问”告诉我们。',
        en: 'The pages follow WCAG 2.2 AA: everything works by keyboard, with a screen reader, in large type and without scripts. If something stands in your way, tell us by “Ask a question”.',
      },
    ],
  },
];
