import type { PageFacts, Why } from '#domain/page.ts';
import { padToWidth } from './display-width.ts';
import { paint, type Terminal } from './terminal.ts';

const BEFORE = 24;
const AFTER = 16;
/** A longer place is shown by its two ends. */
const MAX_PLACE = 90;
const END = 36;
const NAME_WIDTH = 28;
const MAX_VALUE = 60;

/**
 * What a page says, a fact a paragraph: its value, the rule that decided, the place in the decoded
 * text, and the words there, marked (in colour on a terminal that has it, with ⟦ ⟧ in any case).
 */
export function renderWhy(facts: PageFacts, source: string, terminal: Terminal): string {
  const paragraphs = facts.why.map((why) => {
    const name = padToWidth(why.fact, NAME_WIDTH, 'left');
    const rule = paint(terminal, 'grey', `${why.rule} @${why.start}–${why.end}`);
    return `${name} ${valueOf(facts, why)}  ${rule}\n  ${markPlace(source, why, terminal)}`;
  });
  return [facts.url, ...paragraphs].join('\n');
}

function valueOf(facts: PageFacts, { fact }: Why): string {
  let value: unknown = facts;
  for (const step of fact.split(/[.[\]]+/).filter((part) => part !== '')) {
    value = isHolder(value) ? value[step] : undefined;
  }
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The deciding words between what stands around them, on one line. */
function markPlace(source: string, { start, end }: Why, terminal: Terminal): string {
  const whole = source.slice(start, end);
  const place = whole.length > MAX_PLACE ? `${whole.slice(0, END)} … ${whole.slice(-END)}` : whole;
  const marked = paint(terminal, 'yellow', `⟦${oneLine(place)}⟧`);
  const before = oneLine(source.slice(Math.max(0, start - BEFORE), start));
  return `${before}${marked}${oneLine(source.slice(end, end + AFTER))}`;
}

/** White space as single blanks; control characters, which a terminal would obey, left out. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}
