import type { ReactNode } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { inquiryKinds } from '#domain/inquiry.ts';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';
import { MatterDue, MatterState } from './matter-facts.tsx';
import { MattersNav } from './matters-nav.tsx';
import { QueueBar } from './queue-bar.tsx';
import './matters.css';

/** What the public asks: by queue, searched; one opens beside the list. */
export default function Inquiries(): ReactNode {
  const words = useWords(matterWords);
  const { inquiry } = useParams();
  const { values, isFiltered } = useFilters(['queue', 'q', 'kind']);
  return (
    <>
      <PageHead title={words.inquiries} />
      <MattersNav />
      <QueueBar of="inquiries" />
      <DataTable
        route="GET /inquiries"
        label={words.inquiries}
        query={values as unknown as Query<'GET /inquiries'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => String(id) === inquiry}
        empty={{ title: words.empty, hint: words.emptyInquiries }}
        isFiltered={isFiltered}
      />
      <Outlet />
    </>
  );
}

function useColumns(): Column<Item<'GET /inquiries'>>[] {
  const words = useWords(matterWords);
  const language = useLanguage();
  const dates = useDates();
  return [
    {
      key: 'text',
      title: words.text,
      card: 'title',
      render: ({ id, title }) => <Link to={`/matters/inquiries/${id}`}>{title}</Link>,
    },
    {
      key: 'kind',
      title: words.kind,
      width: 130,
      render: ({ kind }) => <span className="capital">{inquiryKinds[kind][language]}</span>,
    },
    {
      key: 'unit',
      title: words.unit,
      width: 150,
      render: ({ unit }) => unit ?? <span className="quiet">{words.unassigned}</span>,
    },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ state }) => <MatterState of="inquiry" state={state} />,
    },
    {
      key: 'due',
      title: words.due,
      width: 230,
      render: ({ dueOn, left, answeredAt, endedAt }) => (
        <MatterDue dueOn={dueOn} left={left} isOver={(answeredAt ?? endedAt) !== null} />
      ),
    },
    {
      key: 'received',
      title: words.received,
      width: 140,
      render: ({ receivedAt }) => dates.day(receivedAt),
    },
  ];
}
