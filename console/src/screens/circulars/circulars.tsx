import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Item, useAsk } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import { FileLinks } from './file-links.tsx';
import './circulars.css';

type Circular = Item<'GET /circulars'>;
const WRITTEN = ['hearing', 'drafted', 'signed'];

/** What is being written, and what was published. */
export default function Circulars(): ReactNode {
  const words = useWords(circularWords);
  const region = useRegion();
  const rounds = useAsk('GET /rounds', {
    query: { limit: 50, ...(region !== null && { region }) },
  });
  const open = (rounds.data?.items ?? []).filter(({ state }) => WRITTEN.includes(state));
  return (
    <>
      <PageHead title={words.title} />
      <Panel title={words.inWork}>
        {rounds.data && open.length === 0 && <p className="quiet">{words.inWorkEmpty}</p>}
        <ul className="in-work">
          {open.map((round) => (
            <InWork key={round.id} campaign={round.id} name={round.name} state={round.state} />
          ))}
        </ul>
      </Panel>
      <h2 className="list-title">{words.published}</h2>
      <DataTable
        route="GET /circulars"
        label={words.published}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.empty, hint: words.emptyHint }}
      />
    </>
  );
}

function InWork({
  campaign,
  name,
  state,
}: {
  campaign: number;
  name: string;
  state: string;
}): ReactNode {
  const words = useWords(circularWords);
  const versions = useAsk('GET /campaigns/{campaign}/circulars', { params: { campaign } });
  const newest = versions.data?.items[0];
  return (
    <li>
      <Link to={`/campaigns/${campaign}`}>{name}</Link>
      {newest ? (
        <>
          <StateTag thing="circular" state={newest.state} />
          <Link to={`/circulars/${newest.id}`}>{words.numberOf(newest.number)}</Link>
        </>
      ) : (
        <StateTag thing="campaign" state={state} />
      )}
    </li>
  );
}

function useColumns(): Column<Circular>[] {
  const words = useWords(circularWords);
  const dates = useDates();
  return [
    {
      key: 'campaign',
      title: words.campaign,
      card: 'title',
      render: ({ id, campaign }) => <Link to={`/circulars/${id}`}>{campaign}</Link>,
    },
    { key: 'period', title: words.period, width: 150, render: ({ period }) => period },
    {
      key: 'number',
      title: words.number,
      width: 120,
      render: ({ number }) => words.numberOf(number),
    },
    {
      key: 'published',
      title: words.publishedAt,
      width: 140,
      render: ({ publishedAt }) => (publishedAt === null ? '—' : dates.day(publishedAt)),
    },
    {
      key: 'files',
      title: words.files,
      render: ({ id, files }) => <FileLinks circular={id} files={files} />,
    },
  ];
}
