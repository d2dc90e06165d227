import type { ReactNode } from 'react';
import { AreaNav } from '../../parts/area-nav.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';

/** Orders, ladder, talks, repeat offenders: what belongs together. */
export function OrdersNav(): ReactNode {
  const words = useWords(orderWords);
  const { isUnit } = useSession();
  const all = [
    { to: '/orders', label: words.order },
    { to: '/escalations', label: words.ladder },
    { to: '/talks', label: words.talks },
    ...(isUnit ? [] : [{ to: '/repeat-offenders', label: words.offenders }]),
    { to: '/matters/reports', label: words.publicMatters },
  ];
  return <AreaNav label={words.area} all={all} />;
}
