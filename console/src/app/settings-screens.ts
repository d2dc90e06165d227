import type { Role } from '#domain/person.ts';
import type { Screen } from './screens.ts';

const everybody = ['inspector', 'reviewer', 'leader', 'auditor', 'admin'] as const satisfies Role[];

/** The screens of the settings: rows as in `screens.ts`. */
export const settingsScreens: readonly Screen[] = [
  {
    path: '/settings',
    title: 'settings',
    needs: 'signed-in',
    rail: [{ word: 'settings', icon: 'settings', order: 80, for: everybody }],
    load: () => import('../screens/settings/settings.tsx'),
  },
  {
    path: '/settings/people',
    title: 'people',
    needs: ['person.read'],
    load: () => import('../screens/settings/people.tsx'),
  },
  {
    path: '/settings/people/:person',
    title: 'person',
    needs: ['person.read'],
    within: '/settings/people',
    load: () => import('../screens/settings/person.tsx'),
  },
  {
    path: '/settings/rubrics',
    title: 'rubrics',
    needs: 'signed-in',
    views: ['?rubric=cn-indicators-2019', '?rubric=cn-indicators-2019&compare=cn-census-2015'],
    load: () => import('../screens/settings/rubrics.tsx'),
  },
  {
    path: '/settings/lexicons',
    title: 'lexicons',
    needs: 'signed-in',
    views: ['?lexicon=channel-kinds'],
    load: () => import('../screens/settings/lexicons.tsx'),
  },
  {
    path: '/settings/calendar',
    title: 'calendar',
    needs: ['calendar.read'],
    views: ['?year=2019'],
    load: () => import('../screens/settings/calendar.tsx'),
  },
  {
    path: '/settings/terms',
    title: 'terms',
    needs: 'signed-in',
    load: () => import('../screens/settings/terms.tsx'),
  },
  {
    path: '/settings/values',
    title: 'values',
    needs: ['settings.read'],
    load: () => import('../screens/settings/values.tsx'),
  },
  {
    path: '/settings/jobs',
    title: 'jobs',
    needs: ['job.read'],
    load: () => import('../screens/settings/jobs.tsx'),
  },
  {
    path: '/settings/ledger',
    title: 'ledger',
    needs: ['ledger.read'],
    views: ['?tab=heads'],
    load: () => import('../screens/settings/ledger.tsx'),
  },
  {
    path: '/settings/regions',
    title: 'regions',
    needs: ['register.edit'],
    load: () => import('../screens/settings/regions.tsx'),
  },
  {
    path: '/settings/webhooks',
    title: 'webhooks',
    needs: ['webhook.edit'],
    load: () => import('../screens/settings/webhooks.tsx'),
  },
  {
    path: '/settings/tokens',
    title: 'tokens',
    needs: 'signed-in',
    load: () => import('../screens/settings/tokens.tsx'),
  },
];
