import type { ReactNode } from 'react';
import { AreaNav } from '../../parts/area-nav.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import { orderWords } from '../../words/orders.ts';

/** What the public writes stands beside the orders: both are mended and answered by units. */
export function MattersNav(): ReactNode {
  const words = useWords(matterWords);
  const orders = useWords(orderWords);
  return (
    <AreaNav
      label={words.nav}
      all={[
        { to: '/orders', label: orders.order },
        { to: '/matters/reports', label: words.reports },
        { to: '/matters/inquiries', label: words.inquiries },
        { to: '/matters/figures', label: words.figures },
        { to: '/matters/templates', label: words.templates },
      ]}
    />
  );
}
