import { present } from '#base/assert.ts';
import type { Actor } from '#domain/person.ts';
import type { MatterPlan } from '#demo/matters/matter-plan.ts';
import { matterScenes } from '#demo/matters/matter-scenes.ts';
import { type MatterStage, playScenes } from '#demo/matters/scene.ts';
import { addSite } from '#office/add-site.ts';
import { addUnit } from '#office/add-unit.ts';
import { calendarNow } from '#office/calendar-now.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';

/** Plays a plan of the demo in the sample office, with the units and sites that it speaks of. */
export async function playMatters(office: SampleOffice, plan: MatterPlan): Promise<void> {
  const stage = await openMatterStage(office, plan);
  const scenes = matterScenes(stage, plan, await calendarNow(office.db));
  await playScenes(scenes, office.setClock);
}

async function openMatterStage(office: SampleOffice, plan: MatterPlan): Promise<MatterStage> {
  office.setClock('2018-06-04T01:00:00.000Z');
  const units = new Map<string, number>();
  const job = office.desk({ job: 'history' });
  const regionId = office.places.city.id;
  const names = [...plan.units.map(({ name }) => name), ...plan.reports.map(({ unit }) => unit)];
  for (const name of new Set(names)) {
    units.set(name, office.unitIds[name] ?? (await addUnit(job, { name, regionId })));
  }
  for (const { unit, site: name, homepage } of plan.reports) {
    const unitId = present(units.get(unit), unit);
    await addSite(job, { unitId, homepage, name });
  }
  const unitId = (name: string) => present(units.get(name), name);
  return {
    unitId,
    desk(seat, at) {
      const now = () => at;
      if (seat === 'citizen') return { ...publicDesk(office), now };
      if (seat === 'inspector') return { ...office.desk(seat), now };
      const place = { region: office.places.city.path, unit: `/${unitId(seat.unit)}/` };
      const actor: Actor = { ...office.people.editor, posts: [{ role: 'unit-editor', place }] };
      return { ...office.desk('editor'), actor, now };
    },
  };
}
