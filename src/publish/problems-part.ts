import { formatChinesePeriod } from '#base/period.ts';
import type { Run } from '#domain/circular.ts';
import type { SiteResult } from '#domain/result.ts';
import type { ProblemGroup } from '#domain/wording.ts';
import type { Draft, Item } from './circular-model.ts';
import { countField, field, namesField, pointsField, textField } from './fields.ts';
import { examples, type ProblemClass, problemClasses, repeatOffenders, tally } from './tally.ts';
import { fill, join, sentence } from './template.ts';
import { describeGroup, describeSite, words } from './wording.ts';

/** Part two (存在的主要问题): who stands out by the naming rule, then the problems by class. */
export function problemsPart(draft: Draft): Item[] {
  const { wording } = draft;
  const named = namedSites(draft);
  const items = [
    ...(named.length > 0
      ? [{ heading: [{ text: words(wording, 'namedHeading') }], runs: named }]
      : []),
    ...wording.problemGroups.flatMap((group) => groupItem(draft, group)),
  ];
  return items.length > 0 ? items : [{ heading: [], runs: fill(words(wording, 'noProblems'), {}) }];
}

function namedSites(draft: Draft): Run[] {
  const { result, brief, wording } = draft;
  const counts = tally(result, wording.naming);
  const vetoed = counts.vetoed.flatMap((site) =>
    fill(words(wording, 'namedVetoed'), {
      unit: textField(`named.vetoed.${site.key}`, site.unit, 'result.sites[verdict=fail]'),
      cause: textField(
        `named.vetoed.${site.key}.cause`,
        cause(site, draft),
        'result.sites[].vetoes',
      ),
    }),
  );
  const repeat = repeatOffenders(result, brief).flatMap(({ site, since, index }) =>
    fill(words(wording, 'namedRepeat'), {
      unit: textField(`named.repeat.${site.key}`, site.unit, 'brief.repeatOffenders'),
      since: textField(`brief.repeatOffenders.${index}.since`, since, 'brief'),
      cause: textField(`named.repeat.${site.key}.cause`, cause(site, draft), 'result.sites'),
    }),
  );
  return [
    ...vetoed,
    ...scoreList(draft, 'namedFailed', 'low', counts.low, result.passLine),
    ...scoreList(draft, 'namedPoor', 'poor', counts.poor, wording.naming.poorBelow),
    ...repeat,
  ];
}

/** The veto's phrases without their frame; all phrases of a site without veto. */
function cause(site: SiteResult, { wording }: Draft): string {
  const phrases = describeSite(site, wording);
  const vetoes = phrases.filter(({ charge }) => charge === 'veto');
  const texts = vetoes.length > 0 ? vetoes : phrases;
  return texts.map(({ findings }) => describeGroup(findings, wording)).join('；');
}

function scoreList(
  { wording }: Draft,
  key: string,
  id: string,
  sites: readonly SiteResult[],
  line: number,
): Run[] {
  if (sites.length === 0) return [];
  const list = sites.map((site) =>
    fill(words(wording, 'unitScore'), {
      unit: textField(`named.${id}.${site.key}`, site.unit, 'result.sites'),
      score: pointsField(`named.${id}.${site.key}.score`, site.score ?? 0, 'result.sites[].score'),
    }),
  );
  const lineId = id === 'low' ? 'passLine' : 'naming.poorBelow';
  const source = id === 'low' ? 'result.passLine' : 'wording.naming';
  return fill(words(wording, key), {
    list: join(list, '、'),
    line: pointsField(lineId, line, source),
  });
}

function groupItem(draft: Draft, group: ProblemGroup): Item[] {
  const classes = problemClasses(draft.result, group.kinds);
  if (classes.length === 0) return [];
  const told = classes.map((problem) => problemRuns(draft, problem));
  return [{ heading: [{ text: group.heading }], runs: sentence(join(told, '；')) }];
}

function problemRuns({ wording }: Draft, problem: ProblemClass): Run[] {
  const id = `problem.${problem.id}`;
  const template = wording.findings[problem.key]?.problem ?? '';
  const period = problem.sample.measure.clock ?? problem.sample.measure.window;
  const window = typeof period === 'string' ? formatChinesePeriod(period) : '';
  const minimum = problem.minimums.join('、');
  const { units, complete } = examples(problem, wording.naming);
  const names = namesField(`${id}.names`, units, 'result.sites[].findings');
  return fill(template, {
    sites: countField(`${id}.sites`, problem.sites.length, 'result.sites[].findings'),
    findings: countField(`${id}.findings`, problem.findings, 'result.sites[].findings'),
    window: field(`${id}.window`, window, String(period ?? ''), 'result.sites[].findings'),
    minimum: field(`${id}.minimum`, minimum, minimum, 'result.sites[].findings'),
    named: fill(words(wording, complete ? 'examplesAll' : 'examplesSome'), { names }),
  });
}
