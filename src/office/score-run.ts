import type { CivilDate } from '#base/civil-date.ts';
import type { Result } from '#domain/result.ts';
import type { Rubric } from '#domain/rubric.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import { assembleResult } from './assemble-result.ts';
import { judgeSite } from './judge-site.ts';
import { loadRubric, rubricOfRun } from './run-instruments.ts';
import { observationAsOf, resultOf } from './saved-run.ts';

export interface ScoreRequest {
  dir: string;
  /** Another rubric than the run's own; null: the run's own. */
  rubric: string | null;
  overlays: string[];
  /** Another day than the run's; pages are then read again from the saved bytes. */
  asOf: CivilDate | null;
}

/** The result as it was issued, and as it is now. */
export interface Rescored {
  before: Result;
  after: Result;
}

/** Judges a saved run again, by its own or another rubric, without touching any server. */
export function scoreRun(request: ScoreRequest): Rescored {
  const folder = openRunFolder(request.dir);
  const before = resultOf(folder);
  const rubric = chooseRubric(request, folder);
  return { before, after: judgeRun(folder, rubric, request.asOf ?? folder.settings.asOf, before) };
}

function chooseRubric({ rubric, overlays }: ScoreRequest, folder: RunFolder): Rubric {
  if (rubric === null && overlays.length === 0) return rubricOfRun(folder.settings);
  return loadRubric(rubric ?? folder.settings.rubric.id, overlays).rubric;
}

/** All sites of a run judged from what is saved; times are those of the run. */
export function judgeRun(
  folder: RunFolder,
  rubric: Rubric,
  asOf: CivilDate,
  before: Result,
): Result {
  const { settings } = folder;
  const sites = settings.sites.map(
    (site) => judgeSite(observationAsOf(folder, site, asOf), rubric).result,
  );
  return { ...assembleResult(settings, rubric, sites, before.finishedAt), asOf };
}
