import type { Page } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import type { Things } from '../doors/roles/role-world.ts';

/** Chinese and English: the words a picture is reached by differ. */
export type Tongue = 'zh' | 'en';

/** One picture of the console in the guides. */
export interface Shot {
  /** Its file, without ending. */
  name: string;
  /** Who looks. */
  as: SampleLogin;
  /** Address; `:thing` is taken from the things of the sample office. */
  path: string;
  /** Height in pixels: as much as the guide speaks of. */
  height?: number;
  /** What is pressed before the picture is taken. */
  press?(page: Page, tongue: Tongue): Promise<unknown>;
}

const say = (tongue: Tongue, zh: string, en: string) => (tongue === 'zh' ? zh : en);

/** Goes through the wizard to its last step, where all is checked. */
async function fillWizard(page: Page, tongue: Tongue): Promise<void> {
  const named = page.getByLabel(say(tongue, '名称', 'Name'), { exact: true });
  await named.fill('2019年第三季度政府网站抽查');
  await page.getByLabel(say(tongue, '周期', 'Period')).fill('2019年第三季度');
  await page.getByLabel(say(tongue, '数据截止日', 'As of')).fill('2019-05-27');
  await page.keyboard.press('Enter');
  const next = page.getByRole('button', { name: say(tongue, '下一步', 'Next'), exact: true });
  for (let step = 0; step < 3; step++) await next.click();
  await page
    .getByText(say(tongue, '首页链接', 'ead links'))
    .first()
    .waitFor();
}

/** A file is chosen and previewed: one unit is new. */
async function chooseFile(page: Page): Promise<void> {
  const lines = [
    '单位名称,首页网址,网站标识码,类型',
    '市民政局,http://minzheng.example.gov.cn/,4212000001,department',
    '市文旅局,http://wenlv.example.gov.cn/,4212000049,department',
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: '网站名录.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await page.getByText('市文旅局').first().waitFor();
}

/** The order is received, once; then its findings can be answered. */
async function receive(page: Page, tongue: Tongue): Promise<void> {
  const press = page.getByRole('button', { name: say(tongue, '签收', 'Receive'), exact: true });
  if ((await press.count()) === 0) return;
  await press.click();
  await page
    .getByText(say(tongue, '暂不能整改', 'Not for now'))
    .first()
    .waitFor();
}

const pressFirst = (zh: string, en: string) => (page: Page, tongue: Tongue) =>
  page
    .getByRole('button', { name: say(tongue, zh, en), exact: true })
    .first()
    .click();

/** Pictures of the office's guide. */
export const officeShots: readonly Shot[] = [
  { name: 'overview', as: 'inspector', path: '/', height: 1000 },
  { name: 'wizard', as: 'inspector', path: '/campaigns/new', height: 900, press: fillWizard },
  { name: 'campaign', as: 'inspector', path: '/campaigns/:campaign', height: 560 },
  { name: 'review', as: 'reviewer', path: '/review', height: 860 },
  {
    name: 'review-keys',
    as: 'reviewer',
    path: '/review',
    height: 620,
    press: (page) => page.getByRole('toolbar').getByRole('button').last().click(),
  },
  { name: 'evidence', as: 'inspector', path: '/findings/:finding', height: 980 },
  { name: 'hearing', as: 'reviewer', path: '/hearing?tab=appeals', height: 520 },
  { name: 'circular', as: 'inspector', path: '/circulars/:circular', height: 1000 },
  { name: 'orders', as: 'inspector', path: '/orders', height: 480 },
  { name: 'order', as: 'inspector', path: '/orders/:order', height: 620 },
  { name: 'escalation', as: 'leader', path: '/escalations/:escalation', height: 700 },
  { name: 'talk', as: 'inspector', path: '/talks/:talk', height: 640 },
  { name: 'duties', as: 'inspector', path: '/monitoring?tab=duties', height: 680 },
  { name: 'site', as: 'inspector', path: '/sites/:site', height: 1000 },
  { name: 'channels', as: 'inspector', path: '/sites/:site?tab=channels', height: 760 },
  { name: 'import', as: 'inspector', path: '/register/import', height: 520, press: chooseFile },
  { name: 'people', as: 'admin', path: '/settings/people', height: 620 },
  {
    name: 'rubrics',
    as: 'inspector',
    path: '/settings/rubrics?rubric=cn-census-2015',
    height: 800,
  },
  { name: 'report-queue', as: 'inspector', path: '/matters/reports', height: 480 },
];

/** Pictures of the unit's guide. */
export const unitShots: readonly Shot[] = [
  { name: 'my-site', as: 'editor', path: '/', height: 900 },
  { name: 'my-findings', as: 'editor', path: '/my-findings', height: 760 },
  {
    name: 'explain',
    as: 'editor',
    path: '/my-findings',
    height: 760,
    press: pressFirst('说明', 'Explain'),
  },
  { name: 'own-check', as: 'editor', path: '/sites/:site?tab=checks', height: 760 },
  {
    name: 'reply',
    as: 'editor',
    path: '/orders/:order',
    height: 640,
    press: receive,
  },
  { name: 'my-appeals', as: 'head', path: '/my-appeals', height: 400 },
  { name: 'inquiry', as: 'editor', path: '/matters/inquiries/:inquiry', height: 620 },
];

/** The address of a picture in the sample office. */
export function shotAddress({ path }: Shot, things: Things): string {
  return path.replaceAll(/:(\w+)/g, (_, name: keyof Things) => String(things[name]));
}
