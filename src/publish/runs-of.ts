import type { Circular, Run } from '#domain/circular.ts';
import { annexCells } from './annex.ts';
import { plainText } from './fields.ts';

/** All runs of a circular, the cells of its annex included, in reading order. */
export function runsOf(circular: Circular): Run[] {
  const { title, salutation, paragraphs, annex, issuer, date, copiesTo } = circular;
  return [
    ...title,
    ...salutation,
    ...paragraphs.flatMap(({ heading, runs }) => [...heading, ...runs]),
    ...issuer,
    ...date,
    ...annex.title,
    ...annex.rows.flatMap(annexCells),
    ...annex.notes.flat(),
    ...copiesTo,
  ];
}

/** The lines a reader sees, one a paragraph: what every rendering must contain word by word. */
export function circularLines(circular: Circular): string[] {
  const { title, salutation, paragraphs, annex, issuer, date, copiesTo } = circular;
  const lines = [
    plainText(title),
    plainText(salutation),
    ...paragraphs.map(({ number, heading, runs }) => number + plainText(heading) + plainText(runs)),
    plainText(issuer),
    plainText(date),
    plainText(annex.title),
    ...annex.rows.flatMap((row) => annexCells(row).map(({ text }) => text)),
    ...annex.notes.map(plainText),
    plainText(copiesTo),
  ];
  return lines.filter((line) => line !== '');
}
