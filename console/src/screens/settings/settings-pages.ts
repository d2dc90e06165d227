import type { RightName } from '#domain/rights.ts';
import { useSession } from '../../session/session.tsx';

/** Everything below the settings, and who may open it. */
export const settingsPages = [
  { name: 'people', to: '/settings/people', needs: 'person.read' },
  { name: 'rubrics', to: '/settings/rubrics', needs: null },
  { name: 'lexicons', to: '/settings/lexicons', needs: null },
  { name: 'calendar', to: '/settings/calendar', needs: 'calendar.read' },
  { name: 'terms', to: '/settings/terms', needs: null },
  { name: 'values', to: '/settings/values', needs: 'settings.read' },
  { name: 'jobs', to: '/settings/jobs', needs: 'job.read' },
  { name: 'ledger', to: '/settings/ledger', needs: 'ledger.read' },
  { name: 'regions', to: '/settings/regions', needs: 'register.edit' },
  { name: 'webhooks', to: '/settings/webhooks', needs: 'webhook.edit' },
  { name: 'tokens', to: '/settings/tokens', needs: null },
] as const satisfies readonly { name: string; to: string; needs: RightName | null }[];

/** Those that the reader may open, in their order. */
export function useSettingsPages() {
  const { may } = useSession();
  return settingsPages.filter(({ needs }) => needs === null || may(needs));
}
