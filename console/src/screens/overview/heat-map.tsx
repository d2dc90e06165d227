import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { overviewWords } from '../../words/overview.ts';

type Charges = Answer<'GET /campaigns/{campaign}/charges'>;
type Site = Charges['items'][number];
type Indicator = Charges['indicators'][number];

/** From so many points on, a cell is as dark as it gets. */
const DARKEST = 5;

interface Cell {
  /** 0 fine, 1 to 5 by points, `veto`, `unpriced`, `unmeasured`. */
  level: string;
  text: string;
  says: string;
}

/**
 * Sites down, indicators across, as a real table: each cell that says something is a link to its
 * findings, and its sentence stands above while it is pointed at or focused.
 */
export function HeatMap({
  campaign,
  sites,
  indicators,
}: {
  campaign: number;
  sites: readonly Site[];
  indicators: readonly Indicator[];
}): ReactNode {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const cellOf = useCells();
  const [said, say] = useState<string | null>(null);
  const shown = indicators.filter(({ id }) => sites.some((site) => speaks(site, id)));
  return (
    <>
      <p className="heat-says figures" aria-hidden="true">
        {said ?? words.heatHint}
      </p>
      <div className="table-scroll heat" role="region" aria-label={words.heatTitle} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{words.heatTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col" data-align="end">
                {words.score}
              </th>
              {shown.map(({ id, title }) => (
                <th key={id} scope="col" className="heat-line">
                  <span>{title[language]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <tr key={site.inspectionId}>
                <th scope="row">
                  <Link to={`/sites/${site.siteId}`}>{site.unit}</Link>
                </th>
                <td data-align="end">
                  <Score site={site} />
                </td>
                {shown.map((line) => (
                  <HeatCell
                    key={line.id}
                    cell={cellOf(site, line)}
                    to={`/findings?campaign=${campaign}&site=${site.siteId}&indicator=${line.id}`}
                    say={say}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend rest={indicators.length - shown.length} />
    </>
  );
}

function Score({ site }: { site: Site }): ReactNode {
  if (site.score !== null) return site.score.toFixed(1);
  if (site.verdict !== null) return <StateTag thing="verdict" state={site.verdict} />;
  return <StateTag thing="inspection" state={site.state} />;
}

function HeatCell({
  cell,
  to,
  say,
}: {
  cell: Cell;
  to: string;
  say(text: string | null): void;
}): ReactNode {
  const told = {
    onMouseEnter: () => say(cell.says),
    onMouseLeave: () => say(null),
  };
  if (cell.level === '0' || cell.level === 'unmeasured') {
    return (
      <td className="heat-cell" data-level={cell.level} {...told}>
        <span className="visually-hidden">{cell.says}</span>
      </td>
    );
  }
  return (
    <td className="heat-cell" data-level={cell.level} {...told}>
      <Link to={to} aria-label={cell.says} onFocus={() => say(cell.says)} onBlur={() => say(null)}>
        {cell.text}
      </Link>
    </td>
  );
}

/** Whether a line says anything of a site: then it has a column. */
function speaks({ lines, unmeasured }: Site, id: string): boolean {
  return lines.some(({ indicator }) => indicator === id) || unmeasured.includes(id);
}

function useCells(): (site: Site, line: Indicator) => Cell {
  const words = useWords(overviewWords);
  const language = useLanguage();
  return ({ unit, lines, unmeasured }, { id, title }) => {
    const name = title[language];
    const charge = lines.find(({ indicator }) => indicator === id);
    if (!charge) {
      // Null: more of the site than one line could not be measured.
      const isUnknown = unmeasured.includes(id) || unmeasured.includes(null);
      if (isUnknown)
        return { level: 'unmeasured', text: '', says: words.cellUnmeasured(unit, name) };
      return { level: '0', text: '', says: words.cellFine(unit, name) };
    }
    const { count, points, isVeto } = charge;
    if (isVeto) {
      return { level: 'veto', text: words.vetoShort, says: words.cellVeto(unit, name, count) };
    }
    if (points === null) {
      const says = words.cellUnpriced(unit, name, count);
      return { level: 'unpriced', text: words.unpricedShort, says };
    }
    const level = String(Math.max(1, Math.min(DARKEST, Math.ceil(points))));
    const text = points.toFixed(1);
    return { level, text, says: words.cellCharge(unit, name, count, text) };
  };
}

function Legend({ rest }: { rest: number }): ReactNode {
  const words = useWords(overviewWords);
  return (
    <div className="heat-legend">
      <span>{words.legendLess}</span>
      {[1, 2, 3, 4, 5].map((level) => (
        <i key={level} data-level={level} />
      ))}
      <span>{words.legendMore}</span>
      <i data-level="veto" />
      <span>{words.legendVeto}</span>
      <i data-level="unmeasured" />
      <span>{words.legendUnmeasured}</span>
      {rest > 0 && <span className="heat-rest">{words.restFine(rest)}</span>}
    </div>
  );
}
