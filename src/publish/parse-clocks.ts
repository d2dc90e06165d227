import { Refusal } from '#base/refusal.ts';
import { parseYaml } from '#base/yaml.ts';
import {
  type Clock,
  clockUnits,
  MAX_CLOCK_AMOUNT,
  type OfficeClocks,
  type Words,
} from '#domain/clock.ts';
import { YamlReader } from './yaml-reader.ts';

const CLOCKS_SCHEMA = 'xunwang-clocks/1';
const members = ['id', 'amount', 'unit', 'title', 'from', 'source', 'ours'];

type Path = readonly (string | number)[];

/** The clocks of an office from their yaml text. Refuses, with file, line and place, what is wrong. */
export function parseClocks(text: string, file: string): OfficeClocks {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) {
    throw new Refusal('clocks-yaml', { file, line: mistake.line, detail: mistake.message });
  }
  const reader = new YamlReader(yaml, file, 'clocks-mistake');
  if (reader.value(['schema']) !== CLOCKS_SCHEMA) reader.refuse(['schema'], CLOCKS_SCHEMA);
  reader.onlyKnown([], ['schema', 'version', 'clocks']);
  const version = reader.optionalCount(['version']) ?? reader.refuse(['version'], 'a count');
  const clocks = reader.list(['clocks']).map((_, index) => clock(reader, ['clocks', index]));
  clocks.forEach(({ id }, index) => {
    const isTwice = clocks.findIndex((other) => other.id === id) < index;
    if (isTwice) reader.refuse(['clocks', index, 'id'], 'an id of its own');
  });
  return { version, clocks };
}

function clock(reader: YamlReader, path: Path): Clock {
  reader.onlyKnown(path, members);
  const amount = reader.optionalCount([...path, 'amount']) ?? 0;
  if (amount < 1 || amount > MAX_CLOCK_AMOUNT) {
    reader.refuse([...path, 'amount'], `a count from 1 to ${MAX_CLOCK_AMOUNT}`);
  }
  const unitName = reader.text([...path, 'unit']);
  const unit = clockUnits.find((known) => known === unitName);
  const ours = reader.value([...path, 'ours']);
  return {
    id: reader.text([...path, 'id']),
    amount,
    unit: unit ?? reader.refuse([...path, 'unit'], clockUnits.join(', ')),
    title: words(reader, [...path, 'title']),
    from: words(reader, [...path, 'from']),
    source: reader.text([...path, 'source']),
    ours: typeof ours === 'boolean' ? ours : reader.refuse([...path, 'ours'], 'true or false'),
  };
}

function words(reader: YamlReader, path: Path): Words {
  reader.onlyKnown(path, ['zh', 'en']);
  return { zh: reader.text([...path, 'zh']), en: reader.text([...path, 'en']) };
}
