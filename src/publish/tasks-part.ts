import type { TaskBrief } from '#domain/campaign-brief.ts';
import type { Draft, Item } from './circular-model.ts';
import { dateField, namesField, textField } from './fields.ts';
import { repeatOffenders, tally } from './tally.ts';
import { fill, sentence } from './template.ts';
import { words } from './wording.ts';

/** Part three (工作要求): the office's demands; without any, that the named sites mend theirs. */
export function tasksPart(draft: Draft): Item[] {
  const { tasks } = draft.brief;
  if (!tasks || tasks.length === 0) return [ownTask(draft)];
  return tasks.map((task, index) => taskItem(draft, task, index));
}

function taskItem({ wording }: Draft, task: TaskBrief, index: number): Item {
  const id = `brief.tasks.${index}`;
  const { heading, text, units, deadline } = task;
  return {
    heading: [textField(`${id}.heading`, heading, 'brief')],
    runs: [
      ...(text ? sentence([textField(`${id}.text`, text, 'brief')]) : []),
      ...(units && units.length > 0
        ? fill(words(wording, 'taskUnits'), { units: namesField(`${id}.units`, units, 'brief') })
        : []),
      ...(deadline
        ? fill(words(wording, 'taskDeadline'), {
            deadline: dateField(`${id}.deadline`, deadline, 'brief'),
          })
        : []),
    ],
  };
}

function ownTask(draft: Draft): Item {
  const { wording } = draft;
  const units = namedUnits(draft);
  const heading = [{ text: words(wording, 'ownTaskHeading') }];
  if (units.length === 0) return { heading, runs: fill(words(wording, 'ownTaskAll'), {}) };
  const names = namesField('tasks.own.units', units, 'result.sites');
  return { heading, runs: fill(words(wording, 'ownTask'), { units: names }) };
}

/** Units of all sites that stand out by the naming rule, in the order of the sites file. */
function namedUnits({ result, brief, wording }: Draft): string[] {
  const { failed, poor } = tally(result, wording.naming);
  const repeat = repeatOffenders(result, brief).map(({ site }) => site);
  const named = new Set([...failed, ...poor, ...repeat]);
  return result.sites.filter((site) => named.has(site)).map(({ unit }) => unit);
}
