import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { findingKinds } from '#domain/finding.ts';
import type { Advice, OutOfScope, Rubric, SiteClass } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { applyOverlay, checkOverlay } from './apply-overlay.ts';
import { checkPrecedence } from './check-precedence.ts';
import { siteKinds } from './known-names.ts';
import { checkIds, parseIndicator, type RubricNames, type RubricPart } from './parse-indicator.ts';
import { OVERLAY_FORMAT, parseOverlay } from './parse-overlay.ts';
import { parseClass, parseScale } from './parse-scale.ts';
import { parseTerms } from './parse-terms.ts';
import {
  checkKeys,
  readBilingual,
  readChoice,
  readId,
  readList,
  readMark,
  readMembers,
  readOptionalText,
  readText,
} from './rubric-fields.ts';
import type { RubricMistake } from './rubric-mistakes.ts';
import { member, openSheet, type Place, type RubricSheet, rootOf } from './rubric-sheet.ts';

/** A rubric file's text and its name, as it is to stand in a mistake. */
export interface RubricFile {
  readonly file: string;
  readonly text: string;
}

export const RUBRIC_FORMAT = 'xunwang-rubric/1';

/**
 * Reads a rubric and lays the overlays on it in the order given. The result is deeply frozen; its
 * hash covers all the texts. Throws the refusal `rubric-mistake` with the first mistake's file,
 * line and remedy, and all of them in its arguments.
 */
export function parseRubric(
  text: string,
  options: { file: string; overlays: readonly RubricFile[] },
): Rubric {
  const sheet = openSheet(text, options.file);
  checkFormat(sheet, RUBRIC_FORMAT);
  const base = parseBase(rootOf(sheet));
  refuse(sheet.mistakes);
  let rubric = base;
  const ids: string[] = [];
  for (const file of options.overlays) {
    const overlaySheet = openSheet(file.text, file.file);
    checkFormat(overlaySheet, OVERLAY_FORMAT);
    const overlay = parseOverlay(rootOf(overlaySheet));
    checkOverlay(base, overlay, rootOf(overlaySheet));
    refuse(overlaySheet.mistakes);
    rubric = applyOverlay(rubric, overlay);
    ids.push(overlay.id);
  }
  const hash = hashTexts([text, ...options.overlays.map((file) => file.text)]);
  return frozen({ ...rubric, ref: { ...rubric.ref, overlays: ids, hash } });
}

// A file that is no rubric at all is one mistake, not fifty.
function checkFormat(sheet: RubricSheet, format: string): void {
  const root = rootOf(sheet);
  if (sheet.mistakes.length === 0) readChoice(member(root, 'format'), [format]);
  refuse(sheet.mistakes);
}

// A checkout may have turned line ends into CRLF; the law is the same.
function hashTexts(texts: readonly string[]): string {
  return sha256(canonicalLine(texts.map((text) => text.replaceAll('\r\n', '\n'))));
}

function refuse(mistakes: readonly RubricMistake[]): void {
  const inOrder = mistakes.toSorted((a, b) => a.line - b.line);
  const first = inOrder[0];
  if (first === undefined) return;
  const all = (language: 'zh' | 'en') => [
    ...new Set(inOrder.map((mistake) => `${mistake.file}:${mistake.line} ${mistake[language]}`)),
  ];
  throw new Refusal('rubric-mistake', {
    file: first.file,
    line: first.line,
    zh: first.zh,
    en: first.en,
    count: all('en').length,
    allZh: all('zh').join('\n'),
    allEn: all('en').join('\n'),
  });
}

const REQUIRED = ['format', 'id', 'version', 'title', 'documents', 'groups', 'scale', 'classes'];
const PARTS = ['terms', 'vetoes', 'deductions', 'bonus', 'advice'];

function parseBase(root: Place): Rubric {
  checkKeys(root, [...REQUIRED, ...PARTS], ['note', 'outOfScope']);
  const at = (key: string) => member(root, key);
  const documents = readMembers(at('documents'), null, 'unknown-key', readBilingual);
  const groups = readMembers(at('groups'), null, 'unknown-key', readBilingual);
  const names: RubricNames = {
    groups: groups.map(([id]) => id),
    documents: documents.map(([id]) => id),
  };
  const part = (key: RubricPart) => readList(at(key), (item) => parseIndicator(item, key, names));
  const rubric: Rubric = {
    ref: { id: readId(at('id')), version: readText(at('version')), overlays: [], hash: '' },
    title: readBilingual(at('title')),
    note: readOptionalText(at('note')),
    documents: documents.map(([id, title]) => ({ id, title })),
    groups: Object.fromEntries(groups),
    scale: parseScale(at('scale')),
    classes: parseClasses(at('classes'), names.groups),
    terms: parseTerms(at('terms')),
    vetoes: part('vetoes'),
    deductions: part('deductions'),
    bonus: part('bonus'),
    advice: parseAdvice(at('advice')),
    outOfScope: readList(at('outOfScope'), parseOutOfScope),
    overlays: [],
  };
  checkIds([at('vetoes'), at('deductions'), at('bonus'), at('outOfScope')]);
  checkPrecedence(rubric.deductions, at('deductions'));
  return rubric;
}

function parseClasses(place: Place, groups: readonly string[]): Record<SiteKind, SiteClass> {
  checkKeys(place, siteKinds);
  const at = (kind: SiteKind) => parseClass(member(place, kind), groups);
  return {
    portal: at('portal'),
    department: at('department'),
    ministry: at('ministry'),
    'ministry-without-services': at('ministry-without-services'),
  };
}

function parseAdvice(place: Place): Advice[] {
  const notes = readMembers(place, findingKinds, 'unknown-finding-kind', readText);
  return findingKinds.flatMap((kind) => {
    const found = notes.find(([name]) => name === kind);
    return found ? [{ kind, note: found[1] }] : [];
  });
}

function parseOutOfScope(place: Place): OutOfScope {
  checkKeys(place, ['id', 'title', 'mark', 'note']);
  return {
    id: readId(member(place, 'id')),
    title: readBilingual(member(place, 'title')),
    mark: readMark(member(place, 'mark')),
    note: readText(member(place, 'note')),
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
