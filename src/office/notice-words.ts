import { assert, present } from '#base/assert.ts';
import type { Language } from '#base/refusal.ts';
import { parseYaml } from '#base/yaml.ts';
import { type NoticeArgs, type NoticeKind, noticeKinds } from '#domain/notice.ts';
import { loadWordingText } from '#store/load-data.ts';

/** A notice as people read it. */
export interface NoticeWords {
  title: string;
  text: string;
}

type Wording = Record<NoticeKind, Record<Language, NoticeWords>>;

let wording: Wording | null = null;

/** The words of a notice in both languages; what was not given stands as a dash. */
export function noticeWords(
  kind: NoticeKind,
  args: NoticeArgs,
  site: string | null,
): Record<Language, NoticeWords> {
  wording ??= parseNotices(loadWordingText('notices'));
  const told = { ...args, ...(site === null ? {} : { site }) };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(told[name as keyof typeof told] ?? '—'));
  const { zh, en } = wording[kind];
  return {
    zh: { title: fill(zh.title), text: fill(zh.text) },
    en: { title: fill(en.title), text: fill(en.text) },
  };
}

/** Reads the wording of notices: every kind, both languages, each with title and text. */
export function parseNotices(text: string): Wording {
  const { value, mistakes } = parseYaml(text);
  assert(mistakes.length === 0, `wording/notices.yaml: ${mistakes[0]?.message}`);
  const found = value as Partial<Wording>;
  for (const kind of noticeKinds) {
    for (const language of ['zh', 'en'] as const) {
      const words = present(found[kind]?.[language], `notices.yaml lacks ${kind} (${language})`);
      assert(words.title && words.text, `notices.yaml: ${kind} (${language}) lacks a sentence`);
    }
  }
  const unknown = Object.keys(found).filter((kind) => !noticeKinds.includes(kind as NoticeKind));
  assert(unknown.length === 0, `notices.yaml words no such kind: ${unknown.join(', ')}`);
  return found as Wording;
}
