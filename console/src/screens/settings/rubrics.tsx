import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Indicator, Rubric, RubricWarning } from '#domain/rubric.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { scoreWords } from '../../words/figures.ts';
import { useLanguage } from '../../words/language.ts';
import { lawWords } from '../../words/law.ts';
import { settingsWords } from '../../words/settings.ts';
import { kindWords } from '../../words/states.ts';
import { useRuleWords } from '../../parts/rule-words.ts';
import { RubricActivations } from './rubric-activations.tsx';
import { RubricDifferences } from './rubric-differences.tsx';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

/** The rubrics: one read as a table beside its clauses, or held against another. */
export default function Rubrics(): ReactNode {
  const words = useWords(lawWords);
  const { pages } = useWords(settingsWords);
  const language = useLanguage();
  const { values, change } = useFilters(['rubric', 'compare']);
  const heads = useAsk('GET /rubrics');
  const all = (heads.data?.items ?? []) as unknown as Pick<Rubric, 'ref' | 'title'>[];
  const options = all.map(({ ref, title }) => ({ value: ref.id, label: title[language] }));
  const rubric = values.rubric ?? all[0]?.ref.id;
  const others = options.filter(({ value }) => value !== rubric);
  return (
    <>
      <PageHead title={pages.rubrics} />
      <SettingsNav />
      {heads.error && <ErrorState error={heads.error} retry={heads.refetch} />}
      {rubric === undefined && !heads.error && <Skeleton lines={10} />}
      {rubric !== undefined && (
        <>
          <div className="filter-bar">
            <Select
              className="rubric-choice"
              aria-label={words.rubric}
              value={rubric}
              options={options}
              onChange={(id: string) => change({ rubric: id, compare: undefined })}
            />
            <Select
              className="rubric-choice"
              aria-label={words.compareWith}
              placeholder={words.compareWith}
              allowClear
              value={values.compare}
              options={others}
              onChange={(id: string | undefined) => change({ compare: id })}
            />
          </div>
          <RubricActivations
            rubric={rubric}
            titles={new Map(options.map(({ value, label }) => [value, label]))}
          />
          {values.compare === undefined ? (
            <RubricSheet id={rubric} />
          ) : (
            <RubricDifferences id={rubric} other={values.compare} />
          )}
        </>
      )}
    </>
  );
}

function RubricSheet({ id }: { id: string }): ReactNode {
  const words = useWords(lawWords);
  const language = useLanguage();
  const { data, error, refetch } = useAsk('GET /rubrics/{rubric}', { params: { rubric: id } });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  const rubric = data.rubric as unknown as Rubric;
  const warnings = data.warnings as unknown as RubricWarning[];
  return (
    <>
      <p className="rubric-facts">
        <strong>{rubric.title[language]}</strong>
        <span>{words.version(rubric.ref.version)}</span>
        <span>{words.passLine(scoreWords(rubric.scale.passLine.value))}</span>
      </p>
      <div className="section-hint">
        <Note text={rubric.note} />
      </div>
      <Lines title={words.vetoes} lines={rubric.vetoes} />
      <Lines title={words.deductions} lines={rubric.deductions} />
      {rubric.bonus.length > 0 && <Lines title={words.bonus} lines={rubric.bonus} />}
      <Panel title={words.warnings}>
        {warnings.length === 0 && <p className="quiet">{words.noWarnings}</p>}
        <ul className="fact-list">
          {warnings.map(({ code, where, text }) => (
            <li key={`${code}-${where}`}>
              {titleOf(rubric, where)?.[language] ?? where}
              <span className="quiet"> {text[language]}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

/** Of what a warning speaks, where that is a line. */
function titleOf(rubric: Rubric, where: string): Rubric['title'] | undefined {
  const all = [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];
  return all.find(({ id }) => id === where)?.title;
}

/** Notes of rubrics are written in English: in a Chinese page they stand folded. */
function Note({ text }: { text: string | null }): ReactNode {
  const words = useWords(lawWords);
  const language = useLanguage();
  if (text === null) return null;
  if (language === 'en') return <p className="quiet">{text}</p>;
  return (
    <details className="rubric-note">
      <summary>{words.noteInEnglish}</summary>
      <p lang="en">{text}</p>
    </details>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Indicator[] }): ReactNode {
  const words = useWords(lawWords);
  const kinds = useWords(kindWords);
  const language = useLanguage();
  const rule = useRuleWords();
  const kindsOf = ({ rule: how, takes }: Indicator) => {
    const all = how.kind === 'joint' ? how.counts.flatMap((count) => count.takes) : takes;
    return [...new Set(all.flatMap((one) => one.kinds))].map((kind) => wordOf(kinds, kind));
  };
  return (
    <Panel title={title}>
      <PlainTable<Indicator>
        label={title}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'line',
            title: words.line,
            render: (line) => (
              <>
                {line.title[language]}
                <Note text={line.note} />
              </>
            ),
          },
          { key: 'rule', title: words.rule, width: 230, render: rule },
          {
            key: 'takes',
            title: words.takes,
            width: 220,
            render: (line) => kindsOf(line).join(language === 'zh' ? '、' : ', '),
          },
          {
            key: 'clause',
            title: words.clause,
            width: 240,
            render: ({ clause }) => <span lang="zh-CN">{clause}</span>,
          },
          {
            key: 'mark',
            title: words.certainty,
            width: 130,
            render: ({ mark }) => (
              <Tag tone={mark === 'H' || mark === 'M' ? 'green' : 'grey'}>{words.marks[mark]}</Tag>
            ),
          },
        ]}
      />
    </Panel>
  );
}
