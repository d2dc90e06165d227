import type { ReactNode } from 'react';
import { RubricTitle } from '../../parts/rubric-title.tsx';
import { Tag, StateTag } from '../../parts/state-tag.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { findingWords } from '../../words/findings.ts';
import { useLanguage } from '../../words/language.ts';
import { kindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import type { Check } from './site-checks.tsx';

type Result = NonNullable<Check['result']>;

/** What a check came to: the score it would be, what each line would take, what was found. */
export function CheckResult({ result }: { result: Result }): ReactNode {
  const words = useWords(findingWords);
  const common = useWords(commonWords);
  const language = useLanguage();
  const dates = useDates();
  const confirmed = result.findings.filter(({ state }) => state === 'confirmed');
  return (
    <div className="standing check-result">
      <div className="standing-score">
        <p className="quiet">{words.checkScore}</p>
        <p className="score-big">
          {result.score === null ? '—' : result.score.toFixed(1)}
          <StateTag thing="verdict" state={result.verdict} />
        </p>
        <p className="quiet">{dates.day(result.asOf)}</p>
        <p className="quiet">
          {words.checkBy} <RubricTitle id={result.rubric} />
        </p>
        <p className="quiet">
          {words.checkFacts(
            countWords(result.pages),
            countWords(result.links),
            countWords(result.unmeasured),
          )}
        </p>
      </div>
      <div>
        {result.lines.length > 0 && <h3>{words.checkLines}</h3>}
        <ul className="plain-rows">
          {result.lines.map(({ indicator, title, isVeto, points }) => (
            <li key={indicator}>
              <span>{title[language]}</span>
              <Tag tone="red">
                {isVeto
                  ? common.veto
                  : points === null
                    ? common.notCharged
                    : common.pointsOff(String(points))}
              </Tag>
            </li>
          ))}
        </ul>
        <h3>{words.checkFindings}</h3>
        {confirmed.length === 0 && <p className="quiet">{words.checkFine}</p>}
        <Found findings={confirmed} />
      </div>
    </div>
  );
}

/** Most are links; the list is long where a site is bad. */
const SHOWN = 100;

function Found({ findings }: { findings: Result['findings'] }): ReactNode {
  const kinds = useWords(kindWords);
  const words = useWords(findingWords);
  const { moreOf } = useWords(commonWords);
  const rest = findings.length - SHOWN;
  return (
    <ul className="check-findings">
      {findings.slice(0, SHOWN).map(({ key, kind, url, sentence }) => (
        <li key={key}>
          <strong>{wordOf(kinds, kind)}</strong>
          <p lang="zh-CN">{sentence}</p>
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
          <p className="quiet">{words.howTo[kind]}</p>
        </li>
      ))}
      {rest > 0 && <li className="quiet">{moreOf(countWords(rest))}</li>}
    </ul>
  );
}
