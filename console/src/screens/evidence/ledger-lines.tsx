import type { ReactNode } from 'react';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { useDates } from '../../words/use-figures.ts';
import type { Evidence } from './looks.tsx';

/** What the ledger says of a finding, each line with its number and hash. */
export function LedgerLines({ evidence }: { evidence: Evidence }): ReactNode {
  const words = useWords(evidenceWords);
  const dates = useDates();
  const { ledger, seal } = evidence;
  const isOffice = ledger.some(({ actor }) => actor !== null);
  return (
    <>
      {ledger.length === 0 && <p className="quiet">{words.noLedger}</p>}
      {ledger.length > 0 && (
        <div className="table-scroll" role="region" aria-label={words.ledger} tabIndex={0}>
          <table className="ledger-lines">
            <caption className="visually-hidden">{words.ledger}</caption>
            <thead>
              <tr>
                <th scope="col">{words.ledgerNumber}</th>
                <th scope="col">{words.time}</th>
                <th scope="col">{words.act}</th>
                {isOffice && <th scope="col">{words.person}</th>}
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {ledger.map((line) => (
                <tr key={line.number}>
                  <td className="figures">{line.number}</td>
                  <td className="figures">{dates.instant(line.at)}</td>
                  <td>
                    {wordOf(words.acts, line.act)}
                    <code className="ledger-hash">{line.hash}</code>
                  </td>
                  {isOffice && <td>{actorOf(line.actor, evidence, words.job)}</td>}
                  <td>{line.reason ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {seal !== null && (
        <p className="look-hash quiet">
          {words.seal} <code>{seal}</code>
        </p>
      )}
    </>
  );
}

function actorOf(actor: string | null, { people }: Evidence, job: string): string {
  const number = /^person:(\d+)$/.exec(actor ?? '')?.[1];
  if (number === undefined) return actor === null ? '—' : job;
  return people.find(({ id }) => id === Number(number))?.name ?? number;
}
