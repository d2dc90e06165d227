import { Refusal } from '#base/refusal.ts';
import { parseYaml } from '#base/yaml.ts';
import { findingKinds } from '#domain/finding.ts';
import type { Wording } from '#domain/wording.ts';
import { YamlReader } from './yaml-reader.ts';

const WORDING_SCHEMA = 'xunwang-wording/1';
const ANNEX_COLUMNS = 7;

/**
 * The wording of a circular from its yaml text. Refuses, with file, line and place, what is
 * missing or of the wrong form; words that carry a figure are refused too, as every figure must be
 * bound to data.
 */
export function parseWording(text: string, file: string): Wording {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) {
    throw new Refusal('wording-yaml', { file, line: mistake.line, detail: mistake.message });
  }
  const reader = new YamlReader(yaml, file, 'wording-mistake');
  const root = reader.map([]);
  if (root.schema !== WORDING_SCHEMA) reader.refuse(['schema'], WORDING_SCHEMA);
  return {
    id: reader.text(['id']),
    version: reader.text(['version']),
    naming: naming(reader),
    verdicts: {
      pass: reader.text(['verdicts', 'pass']),
      fail: reader.text(['verdicts', 'fail']),
      incomplete: reader.text(['verdicts', 'incomplete']),
    },
    rubrics: reader.texts(['rubrics']),
    gaps: {
      'veto-unmeasured': reader.text(['gaps', 'veto-unmeasured']),
      'share-unmeasured': reader.text(['gaps', 'share-unmeasured']),
      'points-unknown': reader.text(['gaps', 'points-unknown']),
      'never-opened': reader.text(['gaps', 'never-opened']),
    },
    sentences: sentences(reader),
    columns: columns(reader),
    titleBreaks: reader.optionalTexts(['titleBreaks']) ?? [],
    problemGroups: reader.list(['problemGroups']).map((_, index) => ({
      id: reader.text(['problemGroups', index, 'id']),
      heading: reader.text(['problemGroups', index, 'heading']),
      kinds: kinds(reader, index),
    })),
    findings: findings(reader),
    terms: reader.texts(['terms']),
  };
}

function naming(reader: YamlReader): Wording['naming'] {
  const at = (name: string) => reader.number(['naming', name]);
  return {
    goodAtLeast: at('goodAtLeast'),
    poorBelow: at('poorBelow'),
    rankAtLeast: at('rankAtLeast'),
    examples: at('examples'),
    bands: reader
      .list(['naming', 'bands'])
      .map((_, index) => reader.number(['naming', 'bands', index])),
    unmeasuredLimit: at('unmeasuredLimit'),
  };
}

function sentences(reader: YamlReader): Record<string, string> {
  const texts = reader.texts(['sentences']);
  for (const [key, text] of Object.entries(texts)) {
    if (/\d/.test(text)) reader.refuse(['sentences', key], 'a text without figures');
  }
  return texts;
}

function columns(reader: YamlReader): string[] {
  const list = reader.list(['columns']);
  if (list.length !== ANNEX_COLUMNS) reader.refuse(['columns'], `${ANNEX_COLUMNS} names`);
  return list.map((_, index) => reader.text(['columns', index]));
}

function kinds(reader: YamlReader, group: number): Wording['problemGroups'][number]['kinds'] {
  return reader.list(['problemGroups', group, 'kinds']).map((_, index) => {
    const path = ['problemGroups', group, 'kinds', index];
    const name = reader.text(path);
    const kind = findingKinds.find((known) => known === name);
    return kind ?? reader.refuse(path, 'a kind of finding');
  });
}

function findings(reader: YamlReader): Wording['findings'] {
  const keys = findingKinds.flatMap((kind) =>
    kind === 'link-dead' ? ['link-dead/homepage', 'link-dead/other'] : [kind],
  );
  return Object.fromEntries(
    keys.map((key) => {
      const member = (name: string) => reader.optionalText(['findings', key, name]);
      const [single, item, undated] = [member('single'), member('item'), member('undated')];
      return [
        key,
        {
          phrase: reader.text(['findings', key, 'phrase']),
          problem: reader.text(['findings', key, 'problem']),
          ...(single === undefined ? {} : { single }),
          ...(item === undefined ? {} : { item }),
          ...(undated === undefined ? {} : { undated }),
        },
      ];
    }),
  );
}
