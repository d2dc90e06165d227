import type { Bilingual } from '#domain/rubric.ts';

/** Every mistake a rubric can have: what is wrong and the remedy. `{name}` is filled in. */
export const rubricMistakes = {
  yaml: {
    zh: 'YAML 写法有误：{message}。请检查缩进、引号和冒号。',
    en: 'This is not valid YAML: {message}. Check indentation, quotes and colons.',
  },
  'unknown-key': {
    zh: '不认识“{key}”。此处可用：{known}。{hint}',
    en: 'There is no key "{key}" here. Known: {known}. {hint}',
  },
  'key-missing': {
    zh: '缺少“{key}”。请补上。',
    en: '"{key}" is missing. Add it.',
  },
  'mark-missing': {
    zh: '缺少可信度标记 mark。请注明 H、M、I 或 R。',
    en: 'The mark is missing: say how sure this is, H, M, I or R.',
  },
  'wrong-type': {
    zh: '“{key}”应为 {wantedZh}，现为 {found}。请改正。',
    en: '"{key}" must be {wanted}, not {found}. Correct it.',
  },
  'unknown-name': {
    zh: '不认识“{found}”。可用：{known}。{hint}',
    en: 'There is no "{found}". Known: {known}. {hint}',
  },
  'unknown-finding-kind': {
    zh: '没有“{found}”这种问题。{hint}请见 docs/rubric-format.md。',
    en: 'No finding is of the kind "{found}". {hint}See docs/rubric-format.md.',
  },
  'unknown-rule': {
    zh: '没有“{found}”这种规则。可用：{known}。{hint}',
    en: 'There is no rule "{found}". Known: {known}. {hint}',
  },
  'bad-points': {
    zh: '分值“{found}”无效：应为 0 至 1000 之间、最多两位小数的数{unknownZh}。',
    en: 'The points "{found}" must be a number from 0 to 1000 with at most two decimals{unknown}.',
  },
  'bad-period': {
    zh: '“{found}”不是时限。请写作 P14D、P6M 或 P1Y。',
    en: '"{found}" is no clock. Write it as P14D, P6M or P1Y.',
  },
  'bad-id': {
    zh: '编号“{found}”无效：只用小写字母、数字和连字符。',
    en: 'The id "{found}" may hold small letters, digits and hyphens only.',
  },
  'duplicate-id': {
    zh: '编号“{found}”重复。请另取一个。',
    en: 'The id "{found}" is taken already. Choose another.',
  },
  overlap: {
    zh: '“{id}”与在前的“{other}”会收取同一问题（{kind}）。请收窄 takes，或写明 after: [{other}]。',
    en: '"{id}" and "{other}" before it both take {kind}. Narrow takes, or say after: [{other}].',
  },
  'after-unknown': {
    zh: 'after 所指“{found}”须是排在前面的扣分指标。请调整顺序或改正。',
    en: 'after names "{found}", which must be a deduction further up. Reorder or correct it.',
  },
  'other-rubric': {
    zh: '叠加文件“{overlay}”不能用于评分表“{rubric}”，它适用于：{known}。',
    en: 'The overlay "{overlay}" is not for the rubric "{rubric}", but for: {known}.',
  },
  'not-to-change': {
    zh: '“{key}”在此评分表中没有，叠加文件无从修改。请删去。',
    en: 'The rubric has no "{key}" for the overlay to change. Take it out.',
  },
} as const satisfies Record<string, Bilingual>;
export type RubricMistakeCode = keyof typeof rubricMistakes;

/** One mistake with its place (line from 1). */
export interface RubricMistake extends Bilingual {
  readonly file: string;
  readonly line: number;
}

/** The sentence of a mistake in both languages. */
export function mistakeText(
  code: RubricMistakeCode,
  args: Readonly<Record<string, string>>,
): Bilingual {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '').trim();
  return { zh: fill(rubricMistakes[code].zh), en: fill(rubricMistakes[code].en) };
}
