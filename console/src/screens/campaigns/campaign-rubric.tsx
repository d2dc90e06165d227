import type { ReactNode } from 'react';
import type { Indicator, Rubric } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRuleWords } from '../../parts/rule-words.ts';
import { Choice } from '../../parts/choice.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
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
  const cell = (line: Indicator | undefined) => (line ? ruleOf(line) : words.notThere);
  return (
    <section className="rubric-part">
      <h3>{title}</h3>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.clause}</th>
              <th scope="col">{words.line}</th>
              <th scope="col">{other === null ? words.rule : words.beforeValue}</th>
              {other !== null && <th scope="col">{words.afterValue}</th>}
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => {
              const mine = own.find((one) => one.id === id);
              const theirs = other?.find((one) => one.id === id);
              const differs = other !== null && cell(mine) !== cell(theirs);
              const line = mine ?? theirs;
              return (
                <tr key={id} data-differs={differs}>
                  <td className="figures">{line?.clause}</td>
                  <td>{line?.title[language]}</td>
                  <td className="figures">{cell(mine)}</td>
                  {other !== null && <td className="figures">{cell(theirs)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
