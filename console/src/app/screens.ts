import type { ComponentType } from 'react';
import type { Role } from '#domain/person.ts';
import type { RightName } from '#domain/rights.ts';
import type { IconName } from '../parts/icon.tsx';
import type { RailWord, TitleWord } from '../words/shell.ts';
import { settingsScreens } from './settings-screens.ts';

/** Where a screen stands in the rail, for whom, and under which word. */
export interface RailEntry {
  word: RailWord;
  icon: IconName;
  /** Smaller comes first: 10 overview … 80 settings. */
  order: number;
  for: readonly Role[];
  /** Addresses of other screens that belong to the entry: it is marked there too. */
  also?: readonly string[];
}

/** One screen: a row of the table. */
export interface Screen {
  /** An address of the router: `/sites/:site`. */
  path: string;
  title: TitleWord;
  /** Who may open it: holders of one of these rights, or everybody who is signed in. */
  needs: readonly RightName[] | 'signed-in';
  rail?: readonly RailEntry[];
  /** Its module, loaded when it is opened; the screen is the default export. */
  load(): Promise<{ default: ComponentType }>;
  /** The path of the screen whose `<Outlet/>` shows it: a drawer with an address of its own. */
  within?: string;
  /** Without rail and bars: what is printed or sent. */
  isBare?: true;
  /** Further views of it that have an address, for pictures and tests: `?tab=channels`. */
  views?: readonly string[];
}

const office = ['inspector', 'reviewer', 'leader', 'auditor'] as const satisfies Role[];
const unit = ['unit-editor', 'unit-head'] as const satisfies Role[];

/** Stands under the orders in the rail: what follows from them, and what the public writes. */
const besideOrders = ['/escalations', '/talks', '/repeat-offenders', '/matters'] as const;

/** Every screen of the console. A further one is a row here and a folder in `screens/`. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    title: 'overview',
    needs: 'signed-in',
    rail: [
      { word: 'overview', icon: 'overview', order: 10, for: [...office, 'admin'] },
      { word: 'mySites', icon: 'site', order: 10, for: unit },
    ],
    load: () => import('../screens/overview/overview.tsx'),
  },
  {
    path: '/sites',
    title: 'sites',
    needs: ['register.read'],
    rail: [{ word: 'sites', icon: 'site', order: 20, for: office, also: ['/units', '/register'] }],
    load: () => import('../screens/sites/sites.tsx'),
  },
  {
    path: '/sites/:site',
    title: 'site',
    needs: ['register.read'],
    views: ['?tab=channels', '?tab=findings', '?tab=inspections', '?tab=checks', '?tab=register'],
    load: () => import('../screens/sites/site.tsx'),
  },
  {
    path: '/units',
    title: 'units',
    needs: ['register.read'],
    load: () => import('../screens/sites/units.tsx'),
  },
  {
    path: '/units/:unit',
    title: 'unit',
    needs: ['register.read'],
    load: () => import('../screens/sites/unit.tsx'),
  },
  {
    path: '/register/import',
    title: 'import',
    needs: ['register.edit'],
    load: () => import('../screens/sites/import-register.tsx'),
  },
  {
    path: '/campaigns',
    title: 'campaigns',
    needs: ['campaign.read'],
    rail: [{ word: 'campaigns', icon: 'campaign', order: 30, for: office, also: ['/inspections'] }],
    load: () => import('../screens/campaigns/campaigns.tsx'),
  },
  {
    path: '/campaigns/new',
    title: 'openCampaign',
    needs: ['campaign.open'],
    load: () => import('../screens/campaigns/open-campaign.tsx'),
  },
  {
    path: '/campaigns/:campaign',
    title: 'campaign',
    needs: ['campaign.read'],
    views: ['?tab=inspections', '?tab=changes', '?tab=rubric'],
    load: () => import('../screens/campaigns/campaign.tsx'),
  },
  {
    path: '/inspections/:inspection',
    title: 'inspection',
    needs: ['campaign.read'],
    load: () => import('../screens/campaigns/inspection.tsx'),
  },
  {
    path: '/review',
    title: 'review',
    needs: ['finding.review'],
    rail: [
      {
        word: 'review',
        icon: 'review',
        order: 40,
        for: ['inspector', 'reviewer'],
        also: ['/hearing', '/findings'],
      },
    ],
    load: () => import('../screens/review/review.tsx'),
  },
  {
    path: '/hearing',
    title: 'hearing',
    needs: ['explanation.read'],
    views: ['?tab=appeals'],
    load: () => import('../screens/review/hearing.tsx'),
  },
  {
    path: '/findings',
    title: 'findings',
    needs: ['finding.read'],
    rail: [
      { word: 'review', icon: 'review', order: 40, for: ['leader', 'auditor'], also: ['/hearing'] },
    ],
    load: () => import('../screens/review/findings.tsx'),
  },
  {
    path: '/findings/:finding',
    title: 'evidence',
    needs: ['finding.read'],
    load: () => import('../screens/evidence/evidence.tsx'),
  },
  {
    path: '/circulars',
    title: 'circulars',
    needs: ['circular.read'],
    rail: [{ word: 'circulars', icon: 'circular', order: 70, for: office }],
    load: () => import('../screens/circulars/circulars.tsx'),
  },
  {
    path: '/circulars/:circular',
    title: 'circular',
    needs: ['circular.read'],
    load: () => import('../screens/circulars/circular.tsx'),
  },
  {
    path: '/monitoring',
    title: 'monitoring',
    needs: ['monitoring.read'],
    rail: [{ word: 'monitoring', icon: 'monitoring', order: 60, for: office }],
    views: ['?tab=duties', '?tab=trend', '?tab=maintenance'],
    load: () => import('../screens/monitoring/monitoring.tsx'),
  },
  {
    path: '/my-findings',
    title: 'myFindings',
    needs: ['explanation.claim'],
    rail: [{ word: 'findings', icon: 'finding', order: 20, for: unit, also: ['/findings'] }],
    load: () => import('../screens/findings/my-findings.tsx'),
  },
  {
    path: '/my-appeals',
    title: 'myAppeals',
    needs: ['appeal.file'],
    rail: [{ word: 'appeals', icon: 'appeal', order: 40, for: unit }],
    views: ['?tab=explanations'],
    load: () => import('../screens/findings/my-appeals.tsx'),
  },
  {
    path: '/orders',
    title: 'orders',
    needs: ['order.read'],
    rail: [
      { word: 'orders', icon: 'order', order: 50, for: office, also: besideOrders },
      { word: 'orders', icon: 'order', order: 30, for: unit, also: besideOrders },
    ],
    views: ['?tab=list'],
    load: () => import('../screens/orders/orders.tsx'),
  },
  {
    path: '/orders/:order',
    title: 'order',
    needs: ['order.read'],
    load: () => import('../screens/orders/order.tsx'),
  },
  {
    path: '/escalations',
    title: 'escalations',
    needs: ['escalation.read'],
    load: () => import('../screens/orders/escalations.tsx'),
  },
  {
    path: '/escalations/:escalation',
    title: 'escalation',
    needs: ['escalation.read'],
    within: '/escalations',
    load: () => import('../screens/orders/escalation.tsx'),
  },
  {
    path: '/talks',
    title: 'talks',
    needs: ['escalation.read'],
    load: () => import('../screens/orders/talks.tsx'),
  },
  {
    path: '/talks/:talk',
    title: 'talk',
    needs: ['escalation.read'],
    within: '/talks',
    load: () => import('../screens/orders/talk.tsx'),
  },
  {
    path: '/repeat-offenders',
    title: 'offenders',
    needs: ['circular.read'],
    load: () => import('../screens/orders/offenders.tsx'),
  },
  {
    path: '/matters/reports',
    title: 'reports',
    needs: ['matter.read'],
    load: () => import('../screens/matters/reports.tsx'),
  },
  {
    path: '/matters/reports/:report',
    title: 'report',
    needs: ['matter.read'],
    within: '/matters/reports',
    load: () => import('../screens/matters/report.tsx'),
  },
  {
    path: '/matters/inquiries',
    title: 'inquiries',
    needs: ['matter.read'],
    load: () => import('../screens/matters/inquiries.tsx'),
  },
  {
    path: '/matters/inquiries/:inquiry',
    title: 'inquiry',
    needs: ['matter.read'],
    within: '/matters/inquiries',
    load: () => import('../screens/matters/inquiry.tsx'),
  },
  {
    path: '/matters/figures',
    title: 'matterFigures',
    needs: ['matter.read'],
    views: ['?of=reports'],
    load: () => import('../screens/matters/figures.tsx'),
  },
  {
    path: '/matters/templates',
    title: 'templates',
    needs: ['matter.read'],
    load: () => import('../screens/matters/templates.tsx'),
  },
  ...settingsScreens,
  {
    path: '/me',
    title: 'me',
    needs: 'signed-in',
    load: () => import('../screens/me/me.tsx'),
  },
];
