import type { Bilingual, Rubric } from '#domain/rubric.ts';
import { monitoringTerms } from './monitoring-terms.ts';

/** Looks of the monitor, as people call them. */
const looks: Readonly<Record<string, Bilingual>> = {
  availability: { zh: '首页访问', en: 'Visits of the homepage' },
  'dead-links': { zh: '全站死链', en: 'Dead links of the site' },
  'on-time:availability': { zh: '首页访问', en: 'Visits of the homepage' },
  'on-time:pages': { zh: '首页和重点栏目', en: 'Homepage and main channels' },
  'on-time:links': { zh: '全站链接', en: 'All links' },
};

let usual: Rubric | null = null;

/** What a signal is about: a look of the monitor, or a veto line by its title. */
export function nameSignal(line: string, rubric: Rubric = rubricOfMonitor()): Bilingual {
  // The second and later counts of a line carry its number.
  const indicator = rubric.vetoes.find(({ id }) => line === id || line.startsWith(`${id}-`));
  return looks[line] ?? indicator?.title ?? { zh: line, en: line };
}

/** The one that the monitor measures by: it comes with the program and changes with it alone. */
function rubricOfMonitor(): Rubric {
  usual ??= monitoringTerms().rubric;
  return usual;
}
