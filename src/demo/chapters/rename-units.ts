import { present } from '#base/assert.ts';
import { renameUnit } from '#office/rename-unit.ts';
import { chinaInstant } from '../demo-clock.ts';
import { firstNames } from '../first-names.ts';
import { deskOf, type Stage } from '../stage.ts';

/** February 2019: the reform of the institutions gives units other names. */
export async function renameUnits(stage: Stage): Promise<void> {
  await stage.agenda.passTo(chinaInstant('2019-02-25', '10:00'));
  const inspector = deskOf(stage, 'inspector');
  for (const name of Object.keys(firstNames)) {
    const { id } = present(stage.cast.units.get(name), name);
    await renameUnit(inspector, id, { name, reason: '机构改革' });
    stage.clock.pass(3);
  }
}
