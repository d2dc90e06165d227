import { Alert, Button, Checkbox, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { RubricRef } from '#domain/scorecard.ts';
import type { Answer, Query } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { rateWords } from '../../words/figures.ts';
import { useLanguage } from '../../words/language.ts';
import type { CampaignView } from './campaign.tsx';

type Tried = Answer<'GET /campaigns/{campaign}/what-if'>;
type Site = Tried['sites'][number];

/** The round by another rubric or pass line, without keeping anything. */
export function WhatIf({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const own = (campaign.rubric as unknown as RubricRef).id;
  const list = useAsk('GET /rubrics');
  const [rubric, setRubric] = useState(own);
  const [passLine, setPassLine] = useState<number | null>(null);
  const [asked, setAsked] = useState<Query<'GET /campaigns/{campaign}/what-if'> | null>(null);
  const tried = useAsk('GET /campaigns/{campaign}/what-if', {
    params: { campaign: campaign.id },
    query: asked ?? { rubric: own },
    when: asked !== null,
  });
  const options = (list.data?.items ?? []).map(({ ref, title }) => {
    return { value: (ref as unknown as RubricRef).id, label: title[language] };
  });
  return (
    <Panel title={words.whatIf}>
      <p className="quiet">{words.whatIfHint}</p>
      <div className="what-if-form">
        <Choice
          label={words.whatIfRubric}
          value={rubric}
          options={options.length > 0 ? options : [{ value: own, label: own }]}
          change={setRubric}
        />
        <label>
          <span>{words.whatIfLine}</span>
          <InputNumber
            min={0}
            max={200}
            step={1}
            value={passLine}
            onChange={setPassLine}
            aria-label={words.whatIfLine}
          />
        </label>
        <Button
          type="primary"
          loading={tried.isFetching}
          onClick={() => setAsked({ rubric, ...(passLine !== null && { passLine }) })}
        >
          {words.whatIfRun}
        </Button>
      </div>
      {asked !== null && tried.error && <Alert type="error" showIcon title={tried.error.message} />}
      {asked !== null && tried.data && !tried.error && <Outcome tried={tried.data} />}
    </Panel>
  );
}

function Outcome({ tried }: { tried: Tried }): ReactNode {
  const words = useWords(campaignWords);
  const [isOnly, setOnly] = useState(true);
  const differs = ({ before, after }: Site) =>
    before.score !== after.score || before.verdict !== after.verdict;
  const changed = tried.sites.filter(differs);
  const rate = (which: 'before' | 'after') => {
    const judged = tried.sites.filter((site) => site[which].verdict !== 'incomplete');
    const pass = judged.filter((site) => site[which].verdict === 'pass').length;
    return `${rateWords(pass, judged.length)} (${pass}/${judged.length})`;
  };
  const shown = isOnly ? changed : tried.sites;
  return (
    <>
      <p>
        <strong>{words.whatIfChanged(changed.length, tried.sites.length)}</strong>{' '}
        <span className="figures">{words.whatIfPass(rate('before'), rate('after'))}</span>
      </p>
      <Checkbox checked={isOnly} onChange={({ target }) => setOnly(target.checked)}>
        {words.onlyChanged}
      </Checkbox>
      {shown.length > 0 && (
        <div className="table-scroll" role="region" aria-label={words.whatIf} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col" data-align="end">
                  {words.before}
                </th>
                <th scope="col" data-align="end">
                  {words.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((site) => (
                <tr key={site.inspectionId}>
                  <td>
                    <Link to={`/inspections/${site.inspectionId}`}>{site.unit}</Link>
                  </td>
                  <Judged of={site.before} />
                  <Judged of={site.after} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Judged({ of: { score, verdict } }: { of: Site['before'] }): ReactNode {
  return (
    <td data-align="end">
      {score === null ? '—' : score.toFixed(1)} <StateTag thing="verdict" state={verdict} />
    </td>
  );
}
