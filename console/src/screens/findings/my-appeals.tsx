import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Item, useAct } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sections } from '../../parts/sections.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { findingWords } from '../../words/findings.ts';
import { kindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import './findings.css';

type AppealLine = Item<'GET /appeals'>;

/** What the unit said against findings, and what was decided. */
export default function MyAppeals(): ReactNode {
  const words = useWords(findingWords);
  return (
    <>
      <PageHead title={words.appealsTitle} />
      <Sections
        label={words.appealsTitle}
        all={[
          { key: 'appeals', label: words.appeals, render: () => <Appeals /> },
          { key: 'explanations', label: words.explanations, render: () => <Explanations /> },
        ]}
      />
    </>
  );
}

function Appeals(): ReactNode {
  const words = useWords(findingWords);
  return (
    <DataTable
      route="GET /appeals"
      label={words.appeals}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={{ title: words.appealsEmpty, hint: words.appealsEmptyHint }}
    />
  );
}

function Explanations(): ReactNode {
  const words = useWords(findingWords);
  return (
    <DataTable
      route="GET /explanations"
      label={words.explanations}
      columns={useExplanationColumns()}
      rowKey={({ id }) => id}
      empty={{ title: words.explanationsEmpty, hint: words.explanationsEmptyHint }}
    />
  );
}

function useExplanationColumns(): Column<Item<'GET /explanations'>>[] {
  const words = useWords(findingWords);
  const kinds = useWords(kindWords);
  const dates = useDates();
  return [
    {
      key: 'finding',
      title: words.finding,
      width: 170,
      card: 'title',
      render: ({ findingId, kind }) => (
        <Link to={`/findings/${findingId}`}>{wordOf(kinds, kind)}</Link>
      ),
    },
    { key: 'unit', title: words.unit, width: 150, render: ({ unit }) => unit },
    { key: 'statement', title: words.statement, render: ({ statement }) => statement },
    {
      key: 'state',
      title: words.state,
      width: 170,
      render: ({ state, validUntil }) => (
        <span className="said">
          <StateTag thing="explanation" state={state} />
          {validUntil !== null && (
            <span className="quiet">{words.validUntil(dates.day(validUntil))}</span>
          )}
        </span>
      ),
    },
    {
      key: 'filed',
      title: words.filedAt,
      width: 150,
      render: ({ claimedAt }) => dates.day(claimedAt),
    },
    { key: 'decision', title: words.decision, render: ({ decision }) => decision ?? '—' },
  ];
}

function useColumns(): Column<AppealLine>[] {
  const words = useWords(findingWords);
  const kinds = useWords(kindWords);
  const dates = useDates();
  return [
    {
      key: 'finding',
      title: words.finding,
      width: 170,
      card: 'title',
      render: ({ findingId, kind }) => (
        <Link to={`/findings/${findingId}`}>{wordOf(kinds, kind)}</Link>
      ),
    },
    { key: 'unit', title: words.unit, width: 150, render: ({ unit }) => unit },
    { key: 'grounds', title: words.grounds, render: ({ grounds }) => grounds },
    {
      key: 'state',
      title: words.state,
      width: 100,
      render: ({ state }) => <StateTag thing="appeal" state={state} />,
    },
    {
      key: 'filed',
      title: words.filedAt,
      width: 150,
      render: ({ filedAt }) => dates.day(filedAt),
    },
    { key: 'decision', title: words.decision, render: ({ decision }) => decision ?? '—' },
    { key: 'acts', title: '', width: 110, render: (appeal) => <Withdraw appeal={appeal} /> },
  ];
}

function Withdraw({ appeal }: { appeal: AppealLine }): ReactNode {
  const words = useWords(findingWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const withdraw = useAct('POST /appeals/{appeal}/withdrawal');
  const isOpen = appeal.state === 'filed' || appeal.state === 'assigned';
  if (!may('appeal.file') || !isOpen) return null;
  return (
    <Button
      size="small"
      loading={withdraw.isPending}
      onClick={() =>
        withdraw.mutate(
          { params: { appeal: appeal.id } },
          {
            onSuccess: () => void message.success(words.withdrawn),
            onError: (error) => void message.error(error.message),
          },
        )
      }
    >
      {words.withdraw}
    </Button>
  );
}
