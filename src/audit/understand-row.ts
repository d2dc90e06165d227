import type { ChannelKind } from '#domain/channel.ts';
import type { AnnexRow, Charge, Reading, UnderstoodRow } from './annex-row.ts';
import { findingsOf } from './findings-of-charges.ts';
import type { PhraseBook } from './phrases.ts';
import {
  type KindOfChannel,
  type UnderstoodPhrase,
  understandProblem,
} from './understand-problem.ts';

type Note = Reading['note'];
type Alternative = { note: Note; charges: Charge[] };

/** All ways to read a row of a hand-made annex, the plainest first. */
export function understandRow(
  row: AnnexRow,
  book: PhraseBook,
  kindOf: KindOfChannel,
): UnderstoodRow {
  const understood = row.problems.map((problem) => understandProblem(problem, book, kindOf));
  const choices = understood.flatMap(({ phrases }) => phrases.map(alternatives));
  const readings = combine(choices).map(({ note, charges }) => ({
    note,
    charges,
    findings: findingsOf(row.no, charges),
  }));
  return { row, readings, notUnderstood: understood.flatMap(({ rest }) => rest) };
}

function alternatives(phrase: UnderstoodPhrase): Alternative[] {
  const charges = phrase.also ? [phrase.charge, phrase.also] : [phrase.charge];
  if (phrase.ambiguous === 'named-link') return namedLink(phrase.charge);
  if (phrase.ambiguous === 'unnamed-channels') return unnamedChannels(phrase.charge);
  return [{ note: null, charges }];
}

function namedLink(charge: Charge): Alternative[] {
  const homepage: Charge = { ...charge, position: 'homepage', count: 1 };
  const total = charge.count;
  const reading = (zh: string, en: string, charges: Charge[]) => ({ note: { zh, en }, charges });
  return [
    reading(`共${total}个，均不在首页`, `${total} in all, none on the homepage`, [charge]),
    reading(`共${total}个，其中1个在首页`, `${total} in all, one of them on the homepage`, [
      homepage,
      { ...charge, count: total - 1 },
    ]),
    reading(`首页1个，另有${total}个`, `one on the homepage and ${total} others`, [
      homepage,
      charge,
    ]),
  ];
}

const classes: { kind: ChannelKind; zh: string; en: string }[] = [
  { kind: 'plans', zh: '1年类', en: 'one-year' },
  { kind: 'policy-documents', zh: '6个月类', en: 'six-month' },
  { kind: 'news', zh: '2周类', en: 'two-week' },
];

/** Every mix of classes for channels that the text does not name. */
function unnamedChannels(charge: Charge): Alternative[] {
  return mixes(charge.count, classes.length).map((counts) => {
    const parts = counts.flatMap((count, index) => {
      const part = classes[index];
      return count > 0 && part ? [{ count, ...part }] : [];
    });
    return {
      note: {
        zh: `${parts.map((part) => `${part.zh}${part.count}个`).join('、')}`,
        en: parts.map((part) => `${part.count} ${part.en}`).join(', '),
      },
      charges: parts.map(({ kind, count }) => ({
        ...charge,
        count,
        channels: Array.from({ length: count }, () => ({ name: '', kind })),
      })),
    };
  });
}

/** All ways to split `total` into `parts` counts, the first part largest first. */
function mixes(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, taken) => total - taken).flatMap((first) =>
    mixes(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

function combine(choices: readonly Alternative[][]): Alternative[] {
  return choices.reduce<Alternative[]>(
    (rows, options) =>
      rows.flatMap((row) =>
        options.map((option) => ({
          note: option.note ?? row.note,
          charges: [...row.charges, ...option.charges],
        })),
      ),
    [{ note: null, charges: [] }],
  );
}
