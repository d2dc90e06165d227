import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../api/ask.ts';
import { useAsk } from '../api/use-ask.ts';
import { useWords } from '../words/dictionary.ts';
import { useLanguage } from '../words/language.ts';
import { siteWords } from '../words/sites.ts';
import { stateWords } from '../words/states.ts';
import { useDates } from '../words/use-figures.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';
import { StateTag } from './state-tag.tsx';

type Standing = Answer<'GET /sites/{site}/standing'>;
type ToMend = Standing['toMend'][number];

/** How a site would be judged by what is known of it, what to mend first and what that brings. */
export function StandingPanel({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const { data, error, refetch } = useAsk('GET /sites/{site}/standing', { params: { site } });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={5} />;
  if (data.basis === null) {
    return <EmptyState title={words.noInspection} hint={words.noInspectionHint} />;
  }
  return (
    <div className="standing">
      <ScoreNow standing={data} />
      <div className="standing-mend">
        <h3>{words.mendFirst}</h3>
        {data.mended > 0 && <p className="quiet">{words.mendedSince(data.mended)}</p>}
        {data.toMend.length === 0 && <p className="quiet">{words.nothingToMend}</p>}
        <ol>
          {data.toMend.map((line) => (
            <li key={line.indicator}>
              <MendLine line={line} site={site} campaign={data.basis?.campaignId ?? 0} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function ScoreNow({ standing }: { standing: Standing }): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const { basis, score, verdict, passLine } = standing;
  return (
    <div className="standing-score">
      <p className="quiet">{words.scoreNow}</p>
      <p className="score-big">
        {score === null ? '—' : score.toFixed(1)}
        {verdict !== null && <StateTag thing="verdict" state={verdict} />}
      </p>
      {passLine !== null && <p className="quiet">{words.passLine(String(passLine))}</p>}
      {basis !== null && (
        <p className="quiet">
          <Link to={`/campaigns/${basis.campaignId}`}>
            {words.judgedOn(basis.campaign, dates.day(basis.asOf))}
          </Link>
        </p>
      )}
    </div>
  );
}

function MendLine({
  line,
  site,
  campaign,
}: {
  line: ToMend;
  site: number;
  campaign: number;
}): ReactNode {
  const words = useWords(siteWords);
  const verdicts = useWords(stateWords).verdict;
  const language = useLanguage();
  const { title, isVeto, points, findings, scoreAfter, verdictAfter } = line;
  const takes = isVeto
    ? words.mendVeto
    : points === null
      ? words.mendUnpriced
      : words.mendTakes(points.toFixed(1));
  const brings =
    scoreAfter === null
      ? words.mendVerdict(verdicts[verdictAfter])
      : words.mendBrings(scoreAfter.toFixed(1));
  const only = findings.length === 1 ? findings[0] : undefined;
  const to =
    only === undefined
      ? `/findings?campaign=${campaign}&site=${site}&indicator=${line.indicator}`
      : `/findings/${only}`;
  return (
    <div className="mend-line" data-veto={isVeto}>
      <Link to={to}>{title[language]}</Link>
      <span className="quiet">{words.findingsCount(findings.length)}</span>
      <span className="figures">{takes}</span>
      <span className="figures mend-after">{brings}</span>
    </div>
  );
}
