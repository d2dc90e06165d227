import { assert } from '#base/assert.ts';
import { parseYaml } from '#base/yaml.ts';

/** Word knowledge of what citizens write and units answer: `lexicons/public-matters.yaml`. */
export interface MatterWords {
  vaguePromises: readonly string[];
  days: readonly string[];
  people: readonly string[];
  insults: readonly string[];
  adverts: readonly string[];
}

const lists = ['vaguePromises', 'days', 'people', 'insults', 'adverts'] as const;

/** Reads the lexicon; a list that is missing or empty is a mistake of ours. */
export function parseMatterWords(text: string): MatterWords {
  const { value, mistakes } = parseYaml(text);
  assert(mistakes.length === 0, `lexicons/public-matters.yaml: ${mistakes[0]?.message}`);
  const found = value as Record<string, unknown>;
  const words = lists.map((name) => {
    const list = found[name];
    assert(Array.isArray(list) && list.length > 0, `public-matters.yaml lacks ${name}`);
    assert(
      list.every((word) => typeof word === 'string' && word !== ''),
      `public-matters.yaml: ${name} holds something that is no word`,
    );
    return [name, list as string[]] as const;
  });
  return Object.fromEntries(words) as unknown as MatterWords;
}
