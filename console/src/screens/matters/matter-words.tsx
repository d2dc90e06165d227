import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';

/** A stretch of a text that wants a look. */
export interface Span {
  from: number;
  to: number;
}

/** What was written, with what may be personal data marked in it. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }): ReactNode {
  const words = useWords(matterWords);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from < at || to > text.length) continue;
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(text.slice(at));
  return (
    <>
      <p className="matter-text">{pieces}</p>
      {spans.length > 0 && <Tag tone="amber">{words.personalData}</Tag>}
    </>
  );
}

/** What was merged into a matter, or what it was merged into. */
export function Merged({
  of,
  lead,
  followers,
}: {
  of: 'inquiries' | 'reports';
  lead: number | null;
  followers: readonly number[];
}): ReactNode {
  const words = useWords(matterWords);
  if (lead === null && followers.length === 0) return null;
  const links = lead === null ? followers : [lead];
  return (
    <section>
      <h3>{lead === null ? words.followers(followers.length) : words.mergedInto}</h3>
      <p className="matter-links">
        {links.map((id) => (
          <Link key={id} to={`/matters/${of}/${id}`} className="figures">
            {id}
          </Link>
        ))}
      </p>
      {lead === null && <p className="quiet">{words.followersHint}</p>}
    </section>
  );
}

export interface Helper {
  unitId: number;
  unit: string;
  unitPath: string;
  reason: string;
  opinion: string | null;
  answeredAt: string | null;
}

/** Units that help, what they were asked and what they said. The leading unit answers. */
export function Helpers({ helpers }: { helpers: readonly Helper[] }): ReactNode {
  const words = useWords(matterWords);
  if (helpers.length === 0) return null;
  return (
    <section>
      <h3>{words.helpers}</h3>
      <ul className="matter-helpers">
        {helpers.map(({ unitId, unit, reason, opinion }) => (
          <li key={unitId}>
            <p>
              <strong>{unit}</strong>{' '}
              <Tag tone={opinion === null ? 'amber' : 'green'}>
                {opinion === null ? words.helperOpen : words.helperDone}
              </Tag>
            </p>
            <p className="matter-text quiet">{reason}</p>
            {opinion !== null && <p className="matter-text">{opinion}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
