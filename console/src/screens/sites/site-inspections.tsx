import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Item } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { useDates } from '../../words/use-figures.ts';
import type { SiteSheet } from './site-sheet.ts';

type Inspection = Item<'GET /sites/{site}/inspections'>;

/** Each round that looked at the site: score, verdict, what was taken off. */
export function SiteInspections({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  return (
    <DataTable
      route="GET /sites/{site}/inspections"
      label={words.tabInspections}
      params={{ site: site.id }}
      columns={useColumns(site.id)}
      rowKey={({ inspectionId }) => inspectionId}
      empty={{ title: words.inspectionsEmpty, hint: words.inspectionsEmptyHint }}
    />
  );
}

function useColumns(site: number): Column<Inspection>[] {
  const words = useWords(siteWords);
  const dates = useDates();
  const sum = ({ lines }: Inspection) => lines.reduce((all, { points }) => all + (points ?? 0), 0);
  return [
    {
      key: 'round',
      title: words.round,
      card: 'title',
      render: ({ campaign, campaignId }) => <Link to={`/campaigns/${campaignId}`}>{campaign}</Link>,
    },
    { key: 'asOf', title: words.asOf, width: 140, render: ({ asOf }) => dates.day(asOf) },
    {
      key: 'score',
      title: words.score,
      width: 90,
      align: 'end',
      render: ({ score }) => score?.toFixed(1) ?? '—',
    },
    {
      key: 'verdict',
      title: words.verdict,
      width: 110,
      render: ({ verdict, state }) =>
        verdict === null ? (
          <StateTag thing="inspection" state={state} />
        ) : (
          <StateTag thing="verdict" state={verdict} />
        ),
    },
    {
      key: 'lines',
      title: words.lines,
      width: 110,
      align: 'end',
      render: (inspection) => (
        <Link to={`/sites/${site}?tab=findings&campaign=${inspection.campaignId}`}>
          {sum(inspection) === 0 ? '0' : `−${sum(inspection).toFixed(1)}`}
        </Link>
      ),
    },
  ];
}
