import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { FigureHelp } from '../../parts/figure-help.tsx';
import type { Tone } from '../../parts/tones.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { overviewWords } from '../../words/overview.ts';
import { passRate, publishedRounds, type Round } from './rounds.ts';

type Counts = Answer<'GET /overview'>['standings'];

/** One line of facts, each of which opens what it is made of. */
export function Standings({
  standings,
  rounds,
}: {
  standings: Counts | undefined;
  rounds: readonly Round[] | undefined;
}): ReactNode {
  const words = useWords(overviewWords);
  const last = publishedRounds(rounds ?? [])[0];
  const figure = (key: keyof Counts) => (standings ? countWords(standings[key]) : '…');
  return (
    <div className="standings-box">
      <dl className="standings">
        <Figure name={words.sites} value={figure('sites')} to="/sites?state=online" />
        <Figure name={words.fine} value={figure('fine')} to="/sites?state=online" tone="green" />
        <Figure
          name={words.watch}
          value={figure('watch')}
          to="/monitoring?state=watch"
          tone="amber"
        />
        <Figure
          name={words.breach}
          value={figure('breach')}
          to="/monitoring?state=breach"
          tone="red"
        />
        <Figure
          name={words.unmeasured}
          value={figure('unmeasured')}
          to="/monitoring?state=unmeasured"
          tone="grey"
        />
        <Figure
          name={words.passRate}
          value={last ? passRate(last).words : '—'}
          hint={last ? words.passRateOf(last.period) : words.noRound}
          {...(last && { to: `/campaigns/${last.id}` })}
        />
      </dl>
      <FigureHelp of="standings" />
    </div>
  );
}

function Figure({
  name,
  value,
  to,
  tone,
  hint,
}: {
  name: string;
  value: string;
  to?: string;
  tone?: Tone;
  hint?: string;
}): ReactNode {
  const region = useRegion();
  const mark = to?.includes('?') ? '&' : '?';
  const target = to !== undefined && region !== null ? `${to}${mark}region=${region}` : to;
  return (
    <div className="figure" data-tone={tone}>
      <dt>{name}</dt>
      <dd {...(hint !== undefined && { title: hint })}>
        {target === undefined ? value : <Link to={target}>{value}</Link>}
      </dd>
    </div>
  );
}
