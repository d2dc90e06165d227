import { type ReactNode, useState } from 'react';
import { addressOf } from '../../api/ask.ts';
import { SentPicture } from '../../parts/sent-picture.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useWords } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { CapturedPage } from './captured-page.tsx';
import type { Evidence, Look } from './looks.tsx';

/** The page that decides first: where a link stands, or the one whose words are quoted. */
function pagesOf({ visits }: Evidence): Look[] {
  const pages = visits.filter(({ hasPage }) => hasPage);
  const weight = ({ role, excerpt }: Look) => (role === 'found-on' ? 0 : excerpt !== null ? 1 : 2);
  return pages.toSorted((a, b) => weight(a) - weight(b));
}

/** Pages and picture of a finding as they were captured, one shown at a time. */
export function EvidencePages({ evidence }: { evidence: Evidence }): ReactNode {
  const words = useWords(evidenceWords);
  const pages = pagesOf(evidence);
  const pictures = evidence.visits.filter(({ hasPicture }) => hasPicture);
  const [chosen, choose] = useState<string | null>(null);
  const page = pages.find(({ visit }) => visit === chosen) ?? pages[0];
  const params = { finding: evidence.findingId };
  return (
    <>
      {pages.length === 0 && <p className="quiet">{words.noPage}</p>}
      {pages.length > 1 && (
        <Choice
          label={words.page}
          value={page?.visit ?? ''}
          options={pages.map((one) => ({ value: one.visit, label: nameOf(one, words) }))}
          change={choose}
          className="page-choice"
        />
      )}
      {page && <CapturedPage finding={evidence.findingId} visit={page.visit} />}
      {pictures.map(({ visit, url }) => (
        <figure key={visit} className="captured-picture">
          <figcaption>{words.picture}</figcaption>
          <SentPicture
            src={addressOf('GET /findings/{finding}/evidence/{visit}/picture', {
              params: { ...params, visit },
            })}
            alt={words.pictureOf(url)}
          />
        </figure>
      ))}
    </>
  );
}

function nameOf(
  { role, look, status, url }: Look,
  words: { roles: { 'found-on': string }; firstLook: string; lookAgain(look: number): string },
): string {
  const which =
    role === 'found-on'
      ? words.roles['found-on']
      : look === 0
        ? words.firstLook
        : words.lookAgain(look);
  return `${which} · ${status ?? '—'} · ${url}`;
}
