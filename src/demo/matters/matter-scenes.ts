import type { WorkCalendar } from '#base/working-days.ts';
import { moveMatters } from '#office/move-matters.ts';
import { letterScenes } from './letter-scenes.ts';
import type { MatterPlan } from './matter-plan.ts';
import { reportScenes } from './report-scenes.ts';
import { type MatterStage, moment, type Scene } from './scene.ts';

/**
 * What citizens write in a stretch of time and what becomes of it, as scenes: each an act of the
 * person whose it is, at its moment.
 */
export function matterScenes(
  stage: MatterStage,
  plan: MatterPlan,
  calendar: WorkCalendar,
): Scene[] {
  return [
    ...letterScenes(stage, plan, calendar),
    ...reportScenes(stage, plan, calendar),
    ...successorScenes(stage, plan),
  ];
}

function successorScenes(stage: MatterStage, { successor }: MatterPlan): Scene[] {
  if (successor === null) return [];
  const { from, to, on } = successor;
  const at = moment(on, 540);
  const play = async () => {
    const way = { from: stage.unitId(from), to: stage.unitId(to), reason: '机构改革，职能划转' };
    await moveMatters(stage.desk('inspector', at), way);
  };
  return [{ at, matter: null, play }];
}
