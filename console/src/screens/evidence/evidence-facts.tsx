import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ChannelRuling } from '#domain/channel.ts';
import type { Finding } from '#domain/finding.ts';
import type { Indicator } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import type { Site } from '#domain/site.ts';
import type { Answer } from '../../api/ask.ts';
import { Tag } from '../../parts/state-tag.tsx';
import { RubricTitle } from '../../parts/rubric-title.tsx';
import { useWords } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { useLanguage } from '../../words/language.ts';
import { stateWords } from '../../words/states.ts';
import { channelKindWords } from '../../words/sites.ts';
import { useDates } from '../../words/use-figures.ts';
import { usePeriodWords } from '../sites/freshness-bar.tsx';
import { Fact } from './fact.tsx';
import type { Evidence } from './looks.tsx';
import { Measures } from './measures.tsx';

export type FindingView = Answer<'GET /findings/{finding}'>;

/** Both answers that a finding is told from, their plain parts by their names. */
export interface Told {
  view: FindingView;
  finding: Finding;
  indicator: Indicator | null;
  evidence: Evidence;
  site: Site;
}

export function told(view: FindingView, evidence: Evidence): Told {
  return {
    view,
    evidence,
    finding: view.finding as unknown as Finding,
    indicator: view.indicator as unknown as Indicator | null,
    site: evidence.site as unknown as Site,
  };
}

/** Where it is, when it was seen, what was measured. */
export function Facts({ of }: { of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const dates = useDates();
  const { finding, evidence, site, view } = of;
  const looks = evidence.visits.filter(({ role, hasPicture }) => role === 'proof' && !hasPicture);
  const times = looks.map(({ at }) => at).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  return (
    <dl className="evidence-facts">
      <Fact name={words.site}>
        <Link to={`/sites/${view.siteId}`}>{site.unit}</Link>{' '}
        <span className="address">{site.homepage}</span>
      </Fact>
      <Fact name={words.address}>
        <span className="address">{finding.url}</span>
      </Fact>
      {finding.foundOn !== null && (
        <Fact name={words.foundOn}>
          <span className="address">{finding.foundOn}</span>
          {finding.anchorText !== null && (
            <>
              {' '}
              <q lang="zh-CN">{finding.anchorText}</q>
            </>
          )}
        </Fact>
      )}
      {finding.channel !== null && (
        <Fact name={words.channel}>
          <span lang="zh-CN">{finding.channel.path.join(' › ')}</span>
        </Fact>
      )}
      {finding.channel?.ruling && <Ruling ruling={finding.channel.ruling} of={of} />}
      <Fact name={words.round}>
        <Link to={`/campaigns/${view.campaignId}`}>{evidence.campaign.name}</Link>
        <span className="quiet">
          {' '}
          {words.asOf} {dates.day(evidence.campaign.asOf)}
        </span>
      </Fact>
      {first !== undefined && last !== undefined && (
        <Fact name={words.firstSeen}>
          <span className="figures">{dates.instant(first)}</span>
          <span className="quiet">
            {' '}
            {words.lastSeen} {dates.instant(last)}, {words.looks(looks.length)}
          </span>
        </Fact>
      )}
      <Measures measure={finding.measure} />
    </dl>
  );
}

/** What a person said of the channel: it was judged by that. */
function Ruling({ ruling, of }: { ruling: ChannelRuling; of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const kinds = useWords(channelKindWords);
  const period = usePeriodWords();
  const dates = useDates();
  const { kind, historical, clock, owner, origin, by, at } = ruling;
  const person = of.evidence.people.find(({ id }) => id === by)?.name ?? null;
  const facts = [
    kinds[kind],
    ...(historical ? [words.rulingClosed] : []),
    ...(clock === undefined ? [] : [clock === null ? words.rulingNoClock : period(clock)]),
    ...(owner === null ? [] : [owner]),
  ];
  return (
    <Fact name={words.ruling}>
      {words.rulings[origin]} {facts.join(' · ')}
      <span className="quiet">
        {' '}
        {person} {at !== null && dates.instant(at)}
      </span>
    </Fact>
  );
}

/** The clause that takes it, and the arithmetic of the site with and without. */
export function RuleAndSum({ of }: { of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const language = useLanguage();
  const { view, indicator, evidence } = of;
  return (
    <>
      {indicator === null ? (
        <p>{words.noIndicator}</p>
      ) : (
        <div className="clause">
          <p>
            <strong>{indicator.title[language]}</strong>{' '}
            <span className="quiet">
              {words.clause} {indicator.clause}
            </span>
          </p>
          <RubricName evidence={evidence} />
        </div>
      )}
      {view.isVeto && <p>{words.vetoed}</p>}
      {!view.isCharged && <p className="quiet">{words.notCharged}</p>}
      <ol className="sum-lines figures" aria-label={words.siteSum}>
        {view.sum[language].map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      <SumPair evidence={evidence} />
    </>
  );
}

function RubricName({ evidence }: { evidence: Evidence }): ReactNode {
  const words = useWords(evidenceWords);
  const { id, version } = evidence.rubric as unknown as RubricRef;
  return (
    <p className="quiet">
      {words.rubric} <RubricTitle id={id} /> · {words.version(version)}
    </p>
  );
}

/** What the site comes to with the charge and without: what a decision would change. */
export function SumPair({ evidence }: { evidence: Evidence }): ReactNode {
  const words = useWords(evidenceWords);
  const { charged, lifted } = evidence.sum;
  const both = charged.score !== null && lifted.score !== null;
  const gap = both ? Math.abs((lifted.score ?? 0) - (charged.score ?? 0)) : 0;
  const isSame = charged.score === lifted.score && charged.verdict === lifted.verdict;
  return (
    <div className="sum-pair">
      <OneSum name={words.charged} sum={charged} />
      <span aria-hidden="true">→</span>
      <OneSum name={words.lifted} sum={lifted} />
      <span className="quiet">
        {isSame ? words.noDifference : both ? words.difference(pointsOf(gap)) : ''}
      </span>
    </div>
  );
}

function OneSum({ name, sum }: { name: string; sum: Evidence['sum']['charged'] }): ReactNode {
  const verdicts = useWords(stateWords).verdict;
  const tone = { pass: 'green', fail: 'red', incomplete: 'grey' } as const;
  return (
    <span className="one-sum">
      <span className="quiet">{name}</span>
      <strong className="figures">{sum.score === null ? '—' : pointsOf(sum.score)}</strong>
      <Tag tone={tone[sum.verdict]}>{verdicts[sum.verdict]}</Tag>
    </span>
  );
}

function pointsOf(points: number): string {
  const hundredths = Math.round(points * 100);
  return (hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2);
}
