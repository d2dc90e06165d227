import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { bytesWords } from '../../words/figures.ts';
import { useDates } from '../../words/use-figures.ts';

export type Evidence = Answer<'GET /findings/{finding}/evidence'>;
export type Look = Evidence['visits'][number];

/** Every look a finding rests on: when, what came back, by which way, with headers and hash. */
export function Looks({ visits }: { visits: readonly Look[] }): ReactNode {
  return (
    <ol className="looks">
      {visits.map((visit) => (
        <li key={`${visit.visit}-${visit.role}`}>
          <OneLook look={visit} />
        </li>
      ))}
    </ol>
  );
}

function OneLook({ look }: { look: Look }): ReactNode {
  const words = useWords(evidenceWords);
  const dates = useDates();
  const name = look.hasPicture
    ? words.picture
    : look.role === 'found-on'
      ? words.roles['found-on']
      : look.look === 0
        ? words.firstLook
        : words.lookAgain(look.look);
  return (
    <>
      <div className="look-head">
        <Tag tone={look.role === 'found-on' || look.hasPicture ? 'blue' : 'grey'}>{name}</Tag>
        <span className="figures">{dates.instant(look.at)}</span>
        <strong className="figures">{outcomeOf(look, words.outcomes)}</strong>
        {look.ms !== null && <span className="quiet figures">{look.ms} ms</span>}
        {look.bytes !== null && <span className="quiet figures">{bytesWords(look.bytes)}</span>}
        <span className="quiet">{words.methods[look.method]}</span>
        {look.problem !== null && <Tag tone="amber">{words.problems[look.problem]}</Tag>}
      </div>
      <p className="look-address">{look.url}</p>
      {look.detail !== null && <p className="quiet">{look.detail}</p>}
      {look.excerpt !== null && (
        <p>
          {words.excerpt}: <q lang="zh-CN">{look.excerpt}</q>
        </p>
      )}
      {look.hops.length > 0 && <Hops look={look} />}
      {(look.response !== null || look.request !== null) && <Headers look={look} />}
      {look.bodyHash !== null && (
        <p className="look-hash quiet">
          {words.hash} <code>{look.bodyHash}</code>
        </p>
      )}
    </>
  );
}

function Hops({ look }: { look: Look }): ReactNode {
  const words = useWords(evidenceWords);
  return (
    <div className="look-hops">
      <span className="quiet">{words.hops}</span>
      <ol>
        {look.hops.map((hop, index) => (
          <li key={index}>
            <span className="figures">{hop.status}</span> {hop.url} → {hop.location}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Headers({ look }: { look: Look }): ReactNode {
  const words = useWords(evidenceWords);
  return (
    <details className="look-headers">
      <summary>{words.response}</summary>
      {look.request !== null && <pre tabIndex={0}>{look.request.trim()}</pre>}
      {look.response !== null && <pre tabIndex={0}>{look.response.trim()}</pre>}
    </details>
  );
}

function outcomeOf({ status, outcome }: Look, outcomes: object): string {
  const word = wordOf(outcomes, outcome);
  return status === null ? word : `${word} ${status}`;
}
