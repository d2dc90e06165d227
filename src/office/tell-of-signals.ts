import type { NoticeKind } from '#domain/notice.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { SiteRow } from '#store/site-at.ts';
import type { Act } from './desk.ts';
import { nameSignal } from './name-signal.ts';
import type { SignalChange } from './note-signals.ts';
import { notify } from './notify.ts';

const kinds: Readonly<Record<string, NoticeKind>> = {
  watch: 'signal-watch',
  breach: 'signal-breach',
  unmeasured: 'signal-unmeasured',
  cleared: 'signal-cleared',
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
      args: { site: site.unit, what: nameSignal(line, rubric).zh },
      link: `/sites/${siteId}`,
      subject: `${line} ${act.at}`,
    };
    await notify(act.tx, { to: { unit: unitId }, ...notice }, act.at);
    await notify(act.tx, { to: { role: 'inspector', place }, ...notice }, act.at);
  }
}
