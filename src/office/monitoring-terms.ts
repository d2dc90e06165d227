import type { Url } from '#base/url.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { type MonitoringPlan, usualPlan } from '#domain/signal.ts';
import { loadRubric } from './run-instruments.ts';

/** What standing monitoring measures by. */
export interface MonitoringTerms {
  plan: MonitoringPlan;
  rubric: Rubric;
  /** The same as a run keeps it. */
  rubricText: RunSettings['rubric'];
  /** Hosts of others whose answers tell whether our own network works. */
  controls: Url[];
  allowNet: string[];
  contact: string | null;
}

/** By a packaged rubric and the usual plan, unless other terms are given. */
export function monitoringTerms(
  given: Partial<Omit<MonitoringTerms, 'rubric' | 'rubricText'>> & { rubric?: string } = {},
): MonitoringTerms {
  const { rubric: id = 'cn-census-2015', ...rest } = given;
  const { rubric, text, overlays } = loadRubric(id, []);
  return {
    plan: usualPlan,
    controls: [],
    allowNet: [],
    contact: null,
    ...rest,
    rubric,
    rubricText: { id: rubric.ref.id, text, overlays },
  };
}
