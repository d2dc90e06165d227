import { Refusal } from '#base/refusal.ts';
import { parseYaml, type YamlText } from '#base/yaml.ts';
import {
  type EscalationStep,
  escalationSteps,
  type Ladder,
  type Rung,
  type RungTest,
} from './ladder.ts';
import { type Role, roles } from './person.ts';

const MEMBERS = ['id', 'step', 'drafted-for', 'when', 'title'];
const countNames = ['working-days-left', 'working-days-overdue', 'failed-rechecks'] as const;
const countTests = {
  'working-days-left': (count: number): RungTest => ({ kind: 'working-days-left', atMost: count }),
  'working-days-overdue': (count: number): RungTest => ({
    kind: 'working-days-overdue',
    atLeast: count,
  }),
  'failed-rechecks': (count: number): RungTest => ({ kind: 'failed-rechecks', atLeast: count }),
} as const satisfies Record<(typeof countNames)[number], (count: number) => RungTest>;
const plainTests = ['veto-overdue', 'repeated'] as const;

type Members = Record<string, unknown>;

/** The ladder of escalation from its yaml text. Refuses, with file, line and field, what is off. */
export function parseLadder(text: string, file: string): Ladder {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) refuse(file, mistake.line, '', mistake.message);
  const { version, ours, rungs } = (yaml.value ?? {}) as Members;
  if (typeof version !== 'number') refuseAt(yaml, file, ['version'], 'a number');
  if (!Array.isArray(rungs)) refuseAt(yaml, file, ['rungs'], 'a list');
  const read = rungs.map((rung: Members, index) => parseRung(rung, { yaml, file, index }));
  const twice = read.find(({ id }, index) => read.findIndex((one) => one.id === id) !== index);
  if (twice) refuseAt(yaml, file, ['rungs', read.lastIndexOf(twice), 'id'], 'an id of its own');
  return { version, ours: ours !== false, rungs: read };
}

interface RungPlace {
  yaml: YamlText;
  file: string;
  index: number;
}

function parseRung(rung: Members, { yaml, file, index }: RungPlace): Rung {
  const at = (name: string) => ['rungs', index, name];
  const unknown = Object.keys(rung).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) refuseAt(yaml, file, at(unknown), MEMBERS.join(', '));
  const { id, step, title } = rung;
  const draftedFor = rung['drafted-for'];
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) refuseAt(yaml, file, at('id'), 'a name');
  if (!isOneOf(escalationSteps, step)) {
    refuseAt(yaml, file, at('step'), escalationSteps.join(', '));
  }
  if (!isOneOf(roles, draftedFor)) refuseAt(yaml, file, at('drafted-for'), roles.join(', '));
  const { zh, en } = (title ?? {}) as Members;
  if (typeof zh !== 'string' || typeof en !== 'string') refuseAt(yaml, file, at('title'), 'zh, en');
  const when = parseTest((rung.when ?? {}) as Members);
  if (when === null) {
    refuseAt(yaml, file, at('when'), [...countNames, ...plainTests].join(', '));
  }
  return {
    id,
    step: step as EscalationStep,
    draftedFor: draftedFor as Role,
    when,
    title: { zh, en },
  };
}

function parseTest(when: Members): RungTest | null {
  const [name, ...more] = Object.keys(when);
  if (name === undefined || more.length > 0) return null;
  const value = when[name];
  if (isOneOf(plainTests, name)) return value === true ? { kind: name } : null;
  if (!isOneOf(countNames, name) || !Number.isInteger(value) || (value as number) < 0) return null;
  return countTests[name](value as number);
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return known.includes(value as T);
}

function refuseAt(
  yaml: YamlText,
  file: string,
  path: readonly (string | number)[],
  wanted: string,
): never {
  return refuse(file, yaml.lineOf(path), path.join('.'), wanted);
}

function refuse(file: string, line: number, field: string, wanted: string): never {
  throw new Refusal('ladder-mistake', { file, line, field, wanted });
}
