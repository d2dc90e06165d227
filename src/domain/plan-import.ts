import type { ImportPlan } from './import-plan.ts';
import { type KindOfUnit, planSites } from './import-sites.ts';
import { type ImportScope, planUnits } from './import-units.ts';
import type { Register } from './register.ts';
import type { RegisterRow, RowMistake } from './register-row.ts';

/**
 * What importing rows into a register would do: added, changed field by field, unchanged, not
 * named; and all that is wrong, by line. The same rows and register give the same plan.
 */
export function planImport(
  { rows, mistakes }: { rows: readonly RegisterRow[]; mistakes: readonly RowMistake[] },
  register: Register,
  scope: ImportScope,
  kindOfUnit: KindOfUnit,
): ImportPlan {
  const units = planUnits(rows, register, scope);
  const sites = planSites(units.ofRow, register, scope, kindOfUnit);
  const changedUnits = new Set(units.planned.map(({ id }) => id));
  const unchanged = [...units.ofRow].filter(
    ([{ line }, { id }]) => !sites.touched.has(line) && !changedUnits.has(id),
  );
  return {
    units: units.planned,
    sites: sites.sites,
    unchanged: unchanged.length,
    missing: sites.missing,
    mistakes: [...mistakes, ...units.mistakes, ...sites.mistakes].sort((a, b) => a.line - b.line),
    warnings: sites.warnings,
  };
}
