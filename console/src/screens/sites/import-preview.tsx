import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { useWords } from '../../words/dictionary.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage } from '../../words/language.ts';

type Preview = Answer<'POST /register/import/preview'>;

/** Of each kind so many are listed; the count says how many there are. */
const LISTED = 200;

/** What a file would change: nothing of it is written before the button is pressed. */
export function ImportPreview({
  preview,
  apply,
  isBusy,
}: {
  preview: Preview;
  apply(): void;
  isBusy: boolean;
}): ReactNode {
  const words = useWords(importWords);
  const language = useLanguage();
  const { counts, token } = preview;
  const all = counts.addedUnits + counts.addedSites + counts.changed;
  if (all === 0 && counts.mistakes === 0) return <EmptyState title={words.nothing} />;
  const act = token !== null && all > 0 && (
    <Button type="primary" onClick={apply} loading={isBusy}>
      {words.apply(all)}
    </Button>
  );
  return (
    <Panel title={words.preview} aside={act}>
      <p>{words.counts(counts.addedUnits, counts.addedSites, counts.changed, counts.unchanged)}</p>
      {counts.mistakes > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.mistakes(counts.mistakes)}
          description={
            <ul>
              {preview.mistakes.slice(0, LISTED).map((one) => (
                <li key={`${one.line}-${one.column}`}>
                  {words.atLine(one.line, one.column, one[language])}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {preview.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={words.warnings(counts.warnings)}
          description={
            <ul>
              {preview.warnings.slice(0, LISTED).map((one) => (
                <li key={`${one.line}-${one.warning}`}>
                  {words.atLine(one.line, '', one[language])}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Changes preview={preview} />
      {preview.missing.length > 0 && (
        <p className="quiet">
          {words.missing(
            counts.missing,
            preview.missing
              .slice(0, 5)
              .map(({ name }) => name)
              .join('、'),
          )}
        </p>
      )}
    </Panel>
  );
}

function Changes({ preview }: { preview: Preview }): ReactNode {
  const words = useWords(importWords);
  const { added, changed } = preview;
  const shown = (value: string | number | null) => (value === null ? '—' : String(value));
  return (
    <div className="table-scroll" role="region" aria-label={words.preview} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{words.preview}</caption>
        <thead>
          <tr>
            <th scope="col" data-align="end">
              {words.line}
            </th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {added.slice(0, LISTED).map(({ line, unit, homepage }) => (
            <tr key={`added-${line}-${homepage ?? ''}`}>
              <td data-align="end">{line}</td>
              <td>{unit}</td>
              <td>{homepage === null ? words.newUnit : words.newSite(homepage)}</td>
            </tr>
          ))}
          {changed.slice(0, LISTED).map(({ line, thing, unit, fields }) => (
            <tr key={`changed-${line}-${thing}`}>
              <td data-align="end">{line}</td>
              <td>{unit}</td>
              <td>
                {fields
                  .map(({ field, before, after }) => `${field}: ${shown(before)} → ${shown(after)}`)
                  .join('；')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
