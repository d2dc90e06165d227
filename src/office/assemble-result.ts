import type { Instant } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import { toPoints } from '#base/points.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { RunSettings } from '#domain/run-settings.ts';

/** Schema of `result.json`; described by `docs/result.schema.json`. */
export const RESULT_SCHEMA = 'xunwang-result/1';

/** `result.json` from the judgements of a run's sites, in the order of the sites file. */
export function assembleResult(
  settings: Pick<RunSettings, 'asOf' | 'startedAt'>,
  rubric: Rubric,
  sites: SiteResult[],
  finishedAt: Instant,
): Result {
  return {
    schema: RESULT_SCHEMA,
    engine: ENGINE,
    rubric: rubric.ref,
    passLine: toPoints(rubric.scale.passLine.value),
    asOf: settings.asOf,
    startedAt: settings.startedAt,
    finishedAt,
    sites,
  };
}
