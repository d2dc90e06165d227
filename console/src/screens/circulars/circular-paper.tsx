import { type ReactNode, useMemo } from 'react';
import type { AnnexRow, Circular, Field, Paragraph, Run } from '#domain/circular.ts';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';

interface Pressing {
  /** Fields that contradict the data. */
  wrong: ReadonlySet<string>;
  chosen: string | null;
  choose(field: Field): void;
}

/** The circular as it is printed; what is bound to data is a chip that tells its source. */
export function CircularPaper({
  circular,
  wrong,
  chosen,
  choose,
}: Pressing & { circular: Circular }): ReactNode {
  const words = useWords(circularWords);
  const pressing = useMemo(() => ({ wrong, chosen, choose }), [wrong, chosen, choose]);
  const { documentNumber, title, salutation, paragraphs, issuer, date } = circular;
  return (
    <article className="paper" lang="zh-CN" aria-label={words.paper}>
      <p className="paper-number">{documentNumber}</p>
      <h2 className="paper-title">
        <Runs runs={title} {...pressing} />
      </h2>
      {salutation.length > 0 && (
        <p className="paper-flush">
          <Runs runs={salutation} {...pressing} />：
        </p>
      )}
      {paragraphs.map((paragraph, index) => (
        <OneParagraph key={index} paragraph={paragraph} {...pressing} />
      ))}
      <div className="paper-sign">
        {issuer.length > 0 && (
          <p>
            <Runs runs={issuer} {...pressing} />
          </p>
        )}
        {date.length > 0 && (
          <p>
            <Runs runs={date} {...pressing} />
          </p>
        )}
      </div>
      <AnnexPart circular={circular} {...pressing} />
    </article>
  );
}

function AnnexPart({
  circular: { annex, copiesTo },
  ...pressing
}: Pressing & { circular: Circular }): ReactNode {
  const words = useWords(circularWords);
  return (
    <section className="paper-annex">
      <h3 className="paper-title">
        <Runs runs={annex.title} {...pressing} />
      </h3>
      <div className="paper-table" role="region" aria-label={words.annexScroll} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {annex.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {annex.rows.map((row) => (
              <OneRow key={row.key} row={row} {...pressing} />
            ))}
          </tbody>
        </table>
      </div>
      {annex.notes.length > 0 && (
        <ol className="paper-notes" aria-label={words.notesTitle}>
          {annex.notes.map((note, index) => (
            <li key={index}>
              <Runs runs={note} {...pressing} />
            </li>
          ))}
        </ol>
      )}
      {copiesTo.length > 0 && (
        <p className="paper-copies">
          <Runs runs={copiesTo} {...pressing} />
        </p>
      )}
    </section>
  );
}

function OneParagraph({ paragraph, ...pressing }: Pressing & { paragraph: Paragraph }): ReactNode {
  const { level, number, heading, runs } = paragraph;
  const head = heading.length > 0 && (
    <>
      {number}
      <Runs runs={heading} {...pressing} />
    </>
  );
  if (level === 1) return <h3 className="paper-first">{head}</h3>;
  return (
    <p>
      {level === 2 && <span className="paper-second">{head}</span>}
      <Runs runs={runs} {...pressing} />
    </p>
  );
}

function OneRow({ row, ...pressing }: Pressing & { row: AnnexRow }): ReactNode {
  const { number, unit, siteIdCode, homepage, problems, score, verdict } = row;
  return (
    <tr>
      {[number, unit, siteIdCode, homepage, problems, score, verdict].map((field) => (
        <td key={field.field}>
          <Runs runs={[field]} {...pressing} />
        </td>
      ))}
    </tr>
  );
}

function Runs({ runs, wrong, chosen, choose }: Pressing & { runs: readonly Run[] }): ReactNode {
  return runs.map((run, index) =>
    'field' in run ? (
      <Chip
        key={index}
        field={run}
        isWrong={wrong.has(run.field)}
        isChosen={chosen === run.field}
        choose={choose}
      />
    ) : (
      <span key={index}>{run.text}</span>
    ),
  );
}

/** A press among words: a span, for what is a button never breaks across lines. */
function Chip({
  field,
  isWrong,
  isChosen,
  choose,
}: {
  field: Field;
  isWrong: boolean;
  isChosen: boolean;
  choose(field: Field): void;
}): ReactNode {
  return (
    <span
      role="button"
      tabIndex={0}
      className="chip"
      data-wrong={isWrong}
      aria-pressed={isChosen}
      title={`${field.field} ← ${field.source}`}
      onClick={() => choose(field)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose(field);
      }}
    >
      {field.text}
    </span>
  );
}

/** Every field of a circular, wherever it stands. */
export function fieldsOf({
  title,
  salutation,
  paragraphs,
  annex,
  issuer,
  date,
  copiesTo,
}: Circular): Field[] {
  const runs = [
    ...title,
    ...salutation,
    ...paragraphs.flatMap(({ heading, runs: text }) => [...heading, ...text]),
    ...annex.title,
    ...annex.notes.flat(),
    ...issuer,
    ...date,
    ...copiesTo,
  ];
  const cells = annex.rows.flatMap(({ key: _key, ...row }) => Object.values(row));
  return [...runs.filter((run) => 'field' in run), ...cells];
}
