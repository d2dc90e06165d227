import type { ComponentType } from 'react';
import type { Role } from '#domain/person.ts';
import type { RightName } from '#domain/rights.ts';
import type { IconName } from '../parts/icon.tsx';
import type { RailWord, TitleWord } from '../words/shell.ts';

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
    views: ['?tab=channels', '?tab=findings', '?tab=inspections', '?tab=register'],
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
      { word: 'findings', icon: 'finding', order: 20, for: unit },
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
    load: () => import('../screens/monitoring/monitoring.tsx'),
  },
  {
    path: '/me',
    title: 'me',
    needs: 'signed-in',
    load: () => import('../screens/me/me.tsx'),
  },
];
