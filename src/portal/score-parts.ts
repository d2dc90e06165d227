import { html } from 'hono/html';
import { formatPoints } from '#base/points.ts';
import type { PublicScore, PublicStanding } from '#domain/scoreboard.ts';
import type { Quotient } from '#domain/circular.ts';
import type { Html } from './layout.ts';
import { say, type View } from './view.ts';
import { scoreWords } from './words/scores.ts';

const colours = { pass: 'fine', fail: 'charged', incomplete: 'unmeasured' } as const;

/** A verdict in colour and word. */
export function verdictMark(view: View, { verdict }: Pick<PublicStanding, 'verdict'>): Html {
  return html`<span class="state ${colours[verdict]}">${say(view, scoreWords[verdict])}</span>`;
}

/** A score as a number, or why there is none. */
export function scoreText(view: View, { score, verdict }: PublicStanding): string {
  if (score !== null) return formatPoints(score);
  return say(view, verdict === 'fail' ? scoreWords.veto : scoreWords.noScore);
}

/** A score with every number that it corrects beside it. */
export function scoreCell(view: View, score: PublicScore): Html {
  const former = score.corrected.map(
    (was) =>
      html`<br><span class="was">${say(view, scoreWords.corrected, {
        number: was.number,
        was: scoreText(view, was),
      })}</span>`,
  );
  return html`${scoreText(view, score)}${former}`;
}

/** A rate with what it was divided from: `97.1 %（34/35）`. */
export function rateText(rate: Quotient | null): string {
  if (rate === null) return '—';
  return `${rate.rounded.toFixed(1)} %（${rate.numerator}/${rate.denominator}）`;
}

/** One fact of a strip of facts. */
export function fact(name: string, value: string | number): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
