import { present } from '#base/assert.ts';
import type { Actor } from '#domain/person.ts';
import { addSite } from '../add-site.ts';
import { addUnit } from '../add-unit.ts';
import { publicDesk } from './matter-desks.ts';
import type { MatterPlan } from './matter-plan.ts';
import type { MatterStage } from './play-matters.ts';
import type { SampleOffice } from './sample-office.ts';

/** The sample office with the units and sites that a plan speaks of. */
export async function openMatterStage(
  office: SampleOffice,
  plan: MatterPlan,
): Promise<MatterStage> {
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
    citizen: () => publicDesk(office),
    inspector: () => office.desk('inspector'),
    unit: (name) => {
      const place = { region: office.places.city.path, unit: `/${unitId(name)}/` };
      const editor: Actor = { ...office.people.editor, posts: [{ role: 'unit-editor', place }] };
      return { ...office.desk('editor'), actor: editor };
    },
    unitId,
    setClock: office.setClock,
  };
}
