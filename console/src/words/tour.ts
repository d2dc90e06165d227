import { dictionary } from './dictionary.ts';

/** The tour of the screens: its offer, its steps. */
export const tourWords = dictionary(
  {
    title: '功能导览',
    offer: '第一次来？可以跟着走一遍主要页面，约两分钟，随时可以离开。',
    begin: '开始导览',
    notNow: '不用了',
    laterHint: '以后可在右上角“我的账号”里重新打开。',
    stepOf: (step: number, all: number) => `第 ${step} 步，共 ${all} 步`,
    next: '下一步',
    back: '上一步',
    leave: '离开导览',
    finish: '完成',
    keys: '← → 键前后移动，Esc 键离开。',
    steps: {
      overview:
        '总览：最上一行是各种状态的网站数，点任何数字都能看到它由什么组成。下面是等您办的事。',
      heat: '每格是一个网站的一项指标，颜色越深扣分越多，斜线为未测。点格子看问题，再点一次到佐证。',
      sites: '网站名录：每个网站一页，有栏目更新期限、可用性、历次得分和变更。',
      campaigns: '抽查：开启、检测、复核、听取意见、通报，进程和下一步都在抽查页上。',
      review: '问题复核：左边清单，右边佐证。A 采纳，X 搁置，J、K 上下移动，按 ? 看全部快捷键。',
      orders: '整改：通知按到期先后排列；单位回复后自动复查，整改前后并排显示。',
      circulars: '通报：数字由数据填入，不能手改；全部一致才能报送，签发须二次验证。',
      mySites: '我的网站：最近一次得分，按现在的问题会得多少分，先改什么。',
      findings: '问题：每个问题怎么扣分、怎样整改；期限内可以说明或申诉。',
      appeals: '申诉：提出的说明和申诉，审定结果都在这里。',
      end: '任何页面按 / 键可以搜索。使用指南和导览在右上角“我的账号”里。',
    },
  },
  {
    title: 'Tour of the screens',
    offer: 'New here? Walk through the main screens in two minutes; leave whenever you like.',
    begin: 'Begin the tour',
    notNow: 'Not now',
    laterHint: 'It can be opened again under “My account” at the upper right.',
    stepOf: (step: number, all: number) => `Step ${step} of ${all}`,
    next: 'Next',
    back: 'Back',
    leave: 'Leave the tour',
    finish: 'Finish',
    keys: '← and → go back and on, Esc leaves.',
    steps: {
      overview:
        'Overview: the first line counts the sites by state; every number opens what it is made of. Below is what needs you.',
      heat: 'A cell is one line of one site: the darker, the more points; hatched is not measured. Press it for the findings, and again for the evidence.',
      sites:
        'The register: a page a site, with clocks of its channels, availability, scores, history.',
      campaigns:
        'Campaigns: opened, measured, reviewed, heard, published; each shows its course and the next step.',
      review:
        'Review: the list on one side, the evidence on the other. A accepts, X sets aside, J and K move, ? shows all keys.',
      orders:
        'Orders: the nearest day first; a unit’s answer is rechecked by itself, before and after side by side.',
      circulars:
        'Circulars: figures come from data and cannot be typed; all must agree, and signing asks for a second factor.',
      mySites:
        'My sites: the score of the last round, the score by what is known now, what to mend first.',
      findings: 'Findings: what each costs and how to mend it; explain or appeal in time.',
      appeals: 'Appeals: what you explained and appealed, and what was decided.',
      end: 'The / key searches from anywhere. The user guide and this tour are under “My account”.',
    },
  },
);
export type TourWord = keyof (typeof tourWords)['zh']['steps'];
