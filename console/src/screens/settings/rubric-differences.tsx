import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words/dictionary.ts';
import type { Rubric } from '#domain/rubric.ts';
import { lawWords } from '../../words/law.ts';
import { useRubricPlaces } from './rubric-place.ts';

type Difference = Answer<'GET /rubrics/{rubric}/differences'>['differences'][number];

/** Where two rubrics differ, place by place. */
export function RubricDifferences({ id, other }: { id: string; other: string }): ReactNode {
  const words = useWords(lawWords);
  const { data, error, refetch } = useAsk('GET /rubrics/{rubric}/differences', {
    params: { rubric: id },
    query: { other },
  });
  const one = useAsk('GET /rubrics/{rubric}', { params: { rubric: id } }).data?.rubric as
    | Rubric
    | undefined;
  const two = useAsk('GET /rubrics/{rubric}', { params: { rubric: other } }).data?.rubric as
    | Rubric
    | undefined;
  const { nameOf, valueOf } = useRubricPlaces([one, two]);
  const said = (place: Difference, value: string | null, of: Rubric | undefined) =>
    value === null ? <span className="quiet">{words.absent}</span> : valueOf(place, value, of);
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  if (data.differences.length === 0) return <EmptyState title={words.noDifferences} />;
  return (
    <PlainTable<Difference>
      label={words.differences}
      rows={data.differences}
      rowKey={({ part, where }) => `${part}-${where}`}
      columns={[
        {
          key: 'where',
          title: words.where,
          width: 300,
          render: (place) => <span title={place.where}>{nameOf(place)}</span>,
        },
        { key: 'part', title: words.differs, width: 130, render: ({ part }) => words.parts[part] },
        {
          key: 'before',
          title: words.before,
          render: (place) => said(place, place.before, one),
        },
        {
          key: 'after',
          title: words.after,
          render: (place) => said(place, place.after, two),
        },
      ]}
    />
  );
}
