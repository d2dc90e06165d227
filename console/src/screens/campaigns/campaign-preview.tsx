import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Indicator, Rubric, RubricWarning } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { useRuleWords } from '../../parts/rule-words.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { siteKindWords } from '../../words/states.ts';

interface Priced {
  indicator: string;
  title: { zh: string; en: string };
}

/** As `previewCampaign` answers it. */
interface Preview {
  total: number;
  kinds: { kind: SiteKind; drawn: number }[];
  sites: { siteId: number; unit: string; homepage: string; kind: SiteKind }[];
  strata: { kinds: SiteKind[]; of: number; drawn: number }[];
  vetoes: Priced[];
  deductions: Priced[];
  bonus: Priced[];
  rubric: { id: string };
  warnings: RubricWarning[];
}

/** How many sites of each kind would be measured, and what would be charged. */
export function CampaignPreview({ preview }: { preview: object }): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const { total, kinds, sites, strata, vetoes, deductions, bonus, rubric, warnings } =
    preview as Preview;
  const told = useAsk('GET /rubrics/{rubric}', { params: { rubric: rubric.id } });
  const rules = indicatorsOf(told.data?.rubric as unknown as Rubric | undefined);
  return (
    <Panel title={words.preview}>
      {total === 0 ? (
        <EmptyState title={words.noSites} />
      ) : (
        <>
          <p>
            <strong>{words.previewSites(total)}</strong>
          </p>
          <Kinds strata={strata} kinds={kinds} />
          <details className="preview-sites">
            <summary>{words.previewList}</summary>
            <ol>
              {sites.map(({ siteId, unit, homepage }) => (
                <li key={siteId}>
                  <Link to={`/sites/${siteId}`}>{unit}</Link>{' '}
                  <span className="quiet">{homepage}</span>
                </li>
              ))}
            </ol>
            {sites.length < total && <p className="quiet">{words.previewFirst(sites.length)}</p>}
          </details>
        </>
      )}
      <div className="preview-lines">
        <Lines title={words.vetoes} lines={vetoes} rules={rules} />
        <Lines title={words.deductions} lines={deductions} rules={rules} />
        {bonus.length > 0 && <Lines title={words.bonus} lines={bonus} rules={rules} />}
      </div>
      {warnings.length > 0 && (
        <details className="preview-sites">
          <summary>
            {words.warnings} ({warnings.length})
          </summary>
          {warnings.map(({ code, where, text }) => (
            <Alert key={`${code} ${where}`} type="info" title={text[language]} />
          ))}
        </details>
      )}
    </Panel>
  );
}

function Kinds({ strata, kinds: drawnOf }: Pick<Preview, 'strata' | 'kinds'>): ReactNode {
  const kinds = useWords(siteKindWords);
  const rows =
    strata.length > 1
      ? strata.map(({ kinds: of, ...one }) => {
          return { name: of.map((kind) => kinds[kind]).join('、'), ...one };
        })
      : drawnOf.map(({ kind, drawn }) => ({ name: kinds[kind], of: null, drawn }));
  return (
    <ul className="kind-counts">
      {rows.map(({ name, of, drawn }) => (
        <li key={name}>
          <span className="quiet">{name}</span>{' '}
          <strong className="figures">
            {drawn}
            {of !== null && of !== drawn && `/${of}`}
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** The lines of a rubric by their names; none while it is asked for. */
function indicatorsOf(rubric: Rubric | undefined): ReadonlyMap<string, Indicator> {
  const lines = rubric ? [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus] : [];
  return new Map(lines.map((line) => [line.id, line]));
}

interface LinesProps {
  title: string;
  lines: readonly Priced[];
  rules: ReadonlyMap<string, Indicator>;
}

function Lines({ title, lines, rules }: LinesProps): ReactNode {
  const language = useLanguage();
  const ruleOf = useRuleWords();
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ indicator, title: name }) => {
          const line = rules.get(indicator);
          return (
            <li key={indicator}>
              <span>{name[language]}</span>
              <span className="quiet figures">{line && ruleOf(line)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
