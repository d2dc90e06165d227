import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Dot } from './state-tag.tsx';
import type { Tone } from './tones.ts';

/** A site: the dot of its state, its name, on request the unit. Opens the site. */
export function SiteChip({
  id,
  name,
  tone,
  word,
  unit,
}: {
  id: number;
  name: string;
  tone?: Tone;
  /** What the dot says. */
  word?: string;
  unit?: string;
}): ReactNode {
  return (
    <span className="site-chip">
      {tone !== undefined && <Dot tone={tone} word={word ?? ''} />}
      <Link to={`/sites/${id}`}>{name}</Link>
      {unit !== undefined && <span className="quiet">{unit}</span>}
    </span>
  );
}
