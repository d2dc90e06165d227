import type { ReactNode } from 'react';
import type { Indicator, Rubric } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRuleWords } from '../../parts/rule-words.ts';
import { Choice } from '../../parts/choice.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { type PlainColumn, PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import type { CampaignView } from './campaign.tsx';
import { WhatIf } from './what-if.tsx';

/** The law of a campaign, another beside it, and what the round would come to by that. */
export function CampaignRubric({ campaign }: { campaign: CampaignView }): ReactNode {
  const { isUnit } = useSession();
  return (
    <>
      {!isUnit && <WhatIf campaign={campaign} />}
      <SideBySide campaign={campaign} />
    </>
  );
}

function SideBySide({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const { values, change } = useFilters(['other']);
  const own = useAsk('GET /campaigns/{campaign}/rubric', { params: { campaign: campaign.id } });
  const list = useAsk('GET /rubrics');
  const other = useAsk('GET /rubrics/{rubric}', {
    params: { rubric: values.other ?? '' },
    when: values.other !== undefined,
  });
  if (own.error) return <ErrorState error={own.error} retry={own.refetch} />;
  if (!own.data) return <Skeleton lines={10} />;
  const options = (list.data?.items ?? []).map(({ ref, title }) => {
    return { value: (ref as unknown as RubricRef).id, label: title[language] };
  });
  const rubric = own.data.rubric as unknown as Rubric;
  const beside =
    values.other !== undefined && other.data && !other.isPlaceholderData
      ? (other.data.rubric as unknown as Rubric)
      : null;
  return (
    <Panel
      title={rubric.title[language]}
      aside={
        <label className="beside-choice">
          <span className="quiet">{words.rubricOther}</span>
          <Choice
            label={words.rubricOther}
            value={values.other ?? ''}
            options={[{ value: '', label: words.rubricNone }, ...options]}
            change={(id) => change({ other: id })}
          />
        </label>
      }
    >
      {(['vetoes', 'deductions', 'bonus'] as const).map((part) => (
        <Part key={part} title={words[part]} own={rubric[part]} other={beside?.[part] ?? null} />
      ))}
    </Panel>
  );
}

/** A line of either rubric, and what each says of it. */
interface Line {
  id: string;
  mine: Indicator | undefined;
  theirs: Indicator | undefined;
  either: Indicator | undefined;
}

/** The lines of one part; what only one of the two has stands alone. */
function Part({
  title,
  own,
  other,
}: {
  title: string;
  own: readonly Indicator[];
  other: readonly Indicator[] | null;
}): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const ruleOf = useRuleWords();
  const ids = [...new Set([...own, ...(other ?? [])].map(({ id }) => id))];
  if (ids.length === 0) return null;
  const rows = ids.map((id): Line => {
    const mine = own.find((one) => one.id === id);
    const theirs = other?.find((one) => one.id === id);
    return { id, mine, theirs, either: mine ?? theirs };
  });
  const said = (line: Indicator | undefined) => (line ? ruleOf(line) : words.notThere);
  const rule = (row: Line, which: 'mine' | 'theirs') => {
    const differs = other !== null && said(row.mine) !== said(row.theirs);
    return (
      <span className="figures" data-differs={differs}>
        {said(row[which])}
      </span>
    );
  };
  const columns: PlainColumn<Line>[] = [
    { key: 'line', title: words.line, render: ({ either }) => either?.title[language] },
    { key: 'clause', title: words.clause, render: ({ either }) => either?.clause, width: 300 },
    {
      key: 'rule',
      title: other === null ? words.rule : words.beforeValue,
      render: (row) => rule(row, 'mine'),
    },
  ];
  if (other !== null) {
    const render = (row: Line) => rule(row, 'theirs');
    columns.push({ key: 'other', title: words.afterValue, render });
  }
  return (
    <section className="rubric-part">
      <h3>{title}</h3>
      <PlainTable label={title} rows={rows} rowKey={({ id }) => id} columns={columns} />
    </section>
  );
}
