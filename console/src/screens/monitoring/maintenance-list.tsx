import type { ReactNode } from 'react';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { useDates } from '../../words/use-figures.ts';

/** Maintenance that was reported, and whether it excuses what failed meanwhile. */
export function MaintenanceList(): ReactNode {
  const words = useWords(monitoringWords);
  const region = useRegion();
  const query = region === null ? {} : { region };
  return (
    <DataTable
      route="GET /maintenance"
      label={words.maintenance}
      query={query as Query<'GET /maintenance'>}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={{ title: words.maintenanceEmpty, hint: words.maintenanceEmptyHint }}
      isFiltered={region !== null}
    />
  );
}

function useColumns(): Column<Item<'GET /maintenance'>>[] {
  const words = useWords(monitoringWords);
  const dates = useDates();
  return [
    {
      key: 'site',
      title: words.site,
      card: 'title',
      render: ({ siteId, site }) => <SiteChip id={siteId} name={site} />,
    },
    { key: 'from', title: words.from, width: 190, render: ({ from }) => dates.instant(from) },
    { key: 'to', title: words.to, width: 190, render: ({ to }) => dates.instant(to) },
    { key: 'reason', title: words.reason, render: ({ reason }) => reason },
    {
      key: 'reported',
      title: words.reported,
      width: 190,
      render: ({ reportedAt }) => dates.instant(reportedAt),
    },
    {
      key: 'excused',
      title: words.state,
      width: 170,
      render: ({ from, reportedAt }) =>
        reportedAt < from ? (
          <Tag tone="green">{words.isExcused}</Tag>
        ) : (
          <Tag tone="grey">{words.isLateReport}</Tag>
        ),
    },
  ];
}
