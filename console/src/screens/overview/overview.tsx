import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { OfficeOverview } from './office-overview.tsx';
import { UnitOverview } from './unit-overview.tsx';
import './overview.css';

/** The state of the city, or of a unit's own sites, at a glance. */
export default function Overview(): ReactNode {
  const { isUnit } = useSession();
  return isUnit ? <UnitOverview /> : <OfficeOverview />;
}
