import type { ReactNode } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { Sections } from '../../parts/sections.tsx';
import { useWords } from '../../words/dictionary.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { DutyList } from './duty-list.tsx';
import { MaintenanceList } from './maintenance-list.tsx';
import { MonitoringTrend } from './monitoring-trend.tsx';
import { Signals } from './signals.tsx';
import './monitoring.css';

/** Standing monitoring: what stands, what the monitor does, what is excused, how it went. */
export default function Monitoring(): ReactNode {
  const words = useWords(monitoringWords);
  return (
    <>
      <PageHead title={words.title} />
      <Sections
        label={words.title}
        all={[
          { key: 'signals', label: words.signals, render: () => <Signals /> },
          { key: 'duties', label: words.duties, render: () => <DutyList /> },
          { key: 'trend', label: words.trend, render: () => <MonitoringTrend /> },
          { key: 'maintenance', label: words.maintenance, render: () => <MaintenanceList /> },
        ]}
      />
    </>
  );
}
