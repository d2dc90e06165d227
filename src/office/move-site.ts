import type { CivilDate } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import { holdRegister } from '#store/register-version.ts';
import { type Desk, move, perform } from './desk.ts';
import { siteAt } from './register-at.ts';
import { dayOfChange } from './require-name.ts';
import { keepVersion } from './require-site-facts.ts';

/** Moves a site on in its life: online, suspended, closing, offline, archived … from a day on. */
export async function moveSite(
  desk: Desk,
  id: number,
  { to, day: from, reason }: { to: StateOf<'site'>; day?: CivilDate; reason?: string },
): Promise<void> {
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const site = await siteAt(desk, act.tx, id, 'register.edit');
    const day = dayOfChange(act, from);
    const why = reason ?? null;
    await move(act, 'site', id, { from: site.state, to }, { reason: why });
    await keepVersion(act.tx, id, day, why);
  });
}
