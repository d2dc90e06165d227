import type { NoticeKind } from '#domain/notice.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { SiteRow } from '#store/site-at.ts';
import type { Act } from './desk.ts';
import type { SignalChange } from './note-signals.ts';
import { notify } from './notify.ts';

const kinds: Readonly<Record<string, NoticeKind>> = {
  watch: 'signal-watch',
  breach: 'signal-breach',
  unmeasured: 'signal-unmeasured',
  cleared: 'signal-cleared',
};

/** Looks of the monitor, as people call them. */
const looks: Readonly<Record<string, string>> = {
  availability: '首页访问',
  'dead-links': '全站死链',
  'on-time:availability': '首页访问',
  'on-time:pages': '首页和重点栏目',
  'on-time:links': '全站链接',
};

/** Tells the unit and its inspectors of signals that changed. */
export async function tellOfSignals(
  act: Act,
  { id: siteId, site, place, unitId }: SiteRow,
  changes: readonly SignalChange[],
  rubric: Rubric,
): Promise<void> {
  for (const { kind: line, to: state } of changes) {
    const kind = kinds[state];
    if (kind === undefined) continue;
    const notice = {
      kind,
      siteId,
      args: { site: site.unit, what: lineWords(line, rubric) },
      link: `/sites/${siteId}`,
      subject: `${line} ${act.at}`,
    };
    await notify(act.tx, { to: { unit: unitId }, ...notice }, act.at);
    await notify(act.tx, { to: { role: 'inspector', place }, ...notice }, act.at);
  }
}

/** A veto line by its title; the second and later counts of one carry its number. */
function lineWords(line: string, rubric: Rubric): string {
  const indicator = rubric.vetoes.find(({ id }) => line === id || line.startsWith(`${id}-`));
  return looks[line] ?? indicator?.title.zh ?? line;
}
