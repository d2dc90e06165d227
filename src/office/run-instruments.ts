import type { Rubric } from '#domain/rubric.ts';
import type { NamedText, RunSettings } from '#domain/run-settings.ts';
import type { Wording } from '#domain/wording.ts';
import { parseWording } from '#publish/parse-wording.ts';
import { compileLexicon, type Lexicon } from '#read/lexicon.ts';
import { parseRubric } from '#score/parse-rubric.ts';
import { loadLexiconTexts, loadRubricText, loadWordingText } from '#store/load-data.ts';

/** What a run measures with: the law and the words. */
export interface Instruments {
  rubric: Rubric;
  lexicon: Lexicon;
}

/** The rubric that a run's own folder carries, so that a replay needs nothing else. */
export function rubricOfRun(settings: RunSettings): Rubric {
  const { id, text, overlays } = settings.rubric;
  return parsed(text, { file: `${id}.yaml`, overlays });
}

let latest: { key: string; rubric: Rubric } | null = null;

/** A run asks for its rubric when it begins, when it ends and when it is published. */
function parsed(text: string, source: Parameters<typeof parseRubric>[1]): Rubric {
  const key = JSON.stringify([text, source.overlays]);
  if (latest?.key !== key) latest = { key, rubric: parseRubric(text, source) };
  return latest.rubric;
}

/** A packaged rubric by id, or one of the user's by path, with overlays on top. */
export function loadRubric(idOrPath: string, overlays: readonly string[]): RubricChoice {
  const main = loadRubricText(idOrPath);
  const layers = overlays.map((overlay) => loadRubricText(overlay));
  const rubric = parsed(main.text, { file: main.file, overlays: layers });
  return { rubric, text: main.text, overlays: layers };
}

/** A parsed rubric with the texts it came from, to be kept in the run's folder. */
export interface RubricChoice {
  rubric: Rubric;
  text: string;
  overlays: NamedText[];
}

let lexicon: Lexicon | null = null;

/** The packaged lexicons of the reader, compiled once. */
export function loadLexicon(): Lexicon {
  lexicon ??= compileLexicon(loadLexiconTexts());
  return lexicon;
}

let wording: Wording | null = null;

/** The words of the circular, parsed once. */
export function loadWording(): Wording {
  wording ??= parseWording(loadWordingText('circular.zh'), 'wording/circular.zh.yaml');
  return wording;
}
