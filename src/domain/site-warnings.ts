import type { SiteKind } from './site.ts';

/** What the rules ask of a site (国办发〔2017〕47号, 国办函〔2018〕55号) and this one does not have. */
export const siteWarningTexts = {
  'unit-has-several-sites': {
    zh: '该单位已有其他网站；一个单位最多开设一个网站。',
    en: 'This unit has another site; a unit has one at most.',
  },
  'code-taken': {
    zh: '该网站标识码另有网站使用；一个标识码只属于一个网站。',
    en: 'Another site has this code; a code belongs to one site.',
  },
  'domain-not-government': {
    zh: '域名应以 .gov.cn 或 .政务 结尾。',
    en: 'The domain should end in .gov.cn or .政务.',
  },
  'portal-domain-form': {
    zh: '门户网站域名应为 www.□□□.gov.cn。',
    en: 'The domain of a portal should be www.□□□.gov.cn.',
  },
  'code-missing': {
    zh: '未登记网站标识码。',
    en: 'The site has no 网站标识码.',
  },
  'code-form': {
    zh: '网站标识码与类型不符：国务院部门为 bm 加八位数字，其他为十位数字。',
    en: 'Code and kind disagree: State Council bodies have bm and eight digits, others ten digits.',
  },
} as const;
export type SiteWarning = keyof typeof siteWarningTexts;

/** `政务` as hosts of addresses write it. */
const GOVERNMENT_DOMAIN = /\.(?:gov\.cn|政务|xn--zfr164b)$/;
const PORTAL_DOMAIN = /^www\.[^.]+(?:\.[^.]+)?\.gov\.cn$|\.(?:政务|xn--zfr164b)$/;
const STATE_COUNCIL: ReadonlySet<SiteKind> = new Set(['ministry', 'ministry-without-services']);

/** Warnings of a site, in the order of the table. They never refuse: the office may know better. */
export function siteWarnings(
  site: { homepage: string; siteIdCode: string | null; kind: SiteKind },
  sitesOfUnit: number,
  isCodeTaken = false,
): SiteWarning[] {
  const { hostname } = new URL(site.homepage);
  const isGovernment = GOVERNMENT_DOMAIN.test(hostname);
  const isPortal = site.kind === 'portal';
  const isBody = site.siteIdCode?.startsWith('bm') ?? false;
  const warnings: Record<SiteWarning, boolean> = {
    'unit-has-several-sites': sitesOfUnit > 1,
    'code-taken': isCodeTaken,
    'domain-not-government': !isGovernment,
    'portal-domain-form': isPortal && isGovernment && !PORTAL_DOMAIN.test(hostname),
    'code-missing': site.siteIdCode === null,
    'code-form': site.siteIdCode !== null && isBody !== STATE_COUNCIL.has(site.kind),
  };
  return (Object.keys(warnings) as SiteWarning[]).filter((name) => warnings[name]);
}
