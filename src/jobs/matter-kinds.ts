import { chaseMatters } from '#office/chase-matters.ts';
import { eraseContacts } from '#office/erase-contacts.ts';
import type { JobKind } from './job-kind.ts';

const HOUR_SECONDS = 3600;

/** Jobs of what citizens write: chasing what is due, forgetting who wrote. */
export const matterKinds: readonly JobKind[] = [
  {
    name: 'chase-matters',
    what: {
      zh: '催办即将到期和已经超期的找错、网络问政',
      en: 'chases error reports and inquiries that are due soon or overdue',
    },
    when: { kind: 'cron', cron: '45 8 * * *' },
    atOnce: () => 1,
    retries: 5,
    mostSeconds: HOUR_SECONDS,
    handle: async ({ desk }) => `${await chaseMatters(desk('chase-matters'))} looked at`,
  },
  {
    name: 'erase-contacts',
    what: {
      zh: '清除办结已久的来信人联系方式',
      en: 'erases contact data of writers whose matters ended long ago',
    },
    when: { kind: 'cron', cron: '20 3 * * *' },
    atOnce: () => 1,
    retries: 5,
    mostSeconds: HOUR_SECONDS,
    handle: async ({ desk }) => `${await eraseContacts(desk('erase-contacts'))} erased`,
  },
];
