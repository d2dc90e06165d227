import type { FieldChange, ImportPlan } from '#domain/import-plan.ts';
import { refusalText } from '#base/refusal.ts';
import { registerColumns } from '#domain/register-row.ts';
import { type SiteWarning, siteWarningTexts } from '#domain/site-warnings.ts';
import { atOneMoment } from '#store/database/transactions.ts';
import { registerVersion } from '#store/register-version.ts';
import type { Desk } from './desk.ts';
import { type ImportFile, readImport } from './read-import.ts';

/** Lists are told up to here; the counts count all. */
const MAX_TOLD = 1000;

interface Texts {
  zh: string;
  en: string;
}

/** What an import would do. With mistakes there is no token: nothing can be applied. */
export interface ImportPreview {
  token: string | null;
  counts: Record<
    'addedUnits' | 'addedSites' | 'changed' | 'unchanged' | 'missing' | 'mistakes' | 'warnings',
    number
  >;
  added: { line: number; unit: string; homepage: string | null }[];
  changed: { line: number; thing: 'unit' | 'site'; id: number; unit: string; fields: Field[] }[];
  missing: { siteId: number; name: string; homepage: string }[];
  mistakes: ({ line: number; column: string; code: string } & Texts)[];
  warnings: ({ line: number; warning: SiteWarning } & Texts)[];
}

/** A field as the sheet calls it, before and after. */
interface Field extends Omit<FieldChange, 'column'> {
  field: string;
}

/** Says what importing a file would change, line by line, and gives the token to apply just that. */
export async function previewImport(desk: Desk, file: ImportFile): Promise<ImportPreview> {
  return await atOneMoment(desk.db, async (tx) => {
    const { plan, token } = await readImport(desk, tx, file, await registerVersion(tx));
    return preview(plan, plan.mistakes.length === 0 ? token : null);
  });
}

function preview(plan: ImportPlan, token: string | null): ImportPreview {
  const newUnits = plan.units.filter(({ id }) => id < 0);
  const newSites = plan.sites.filter(({ id }) => id === null);
  const withSite = new Set(newSites.map(({ line }) => line));
  const added = [
    ...newUnits
      .filter(({ line }) => !withSite.has(line))
      .map(({ line, name }) => ({ line, unit: name, homepage: null })),
    ...newSites.map(({ line, unit, facts }) => ({ line, unit, homepage: facts.homepage })),
  ].sort((a, b) => a.line - b.line);
  const changed = changedIn(plan);
  return {
    token,
    counts: {
      addedUnits: newUnits.length,
      addedSites: newSites.length,
      changed: changed.length,
      unchanged: plan.unchanged,
      missing: plan.missing.length,
      mistakes: plan.mistakes.length,
      warnings: plan.warnings.length,
    },
    added: added.slice(0, MAX_TOLD),
    changed: changed.slice(0, MAX_TOLD),
    missing: plan.missing
      .slice(0, MAX_TOLD)
      .map(({ id, name, homepage }) => ({ siteId: id, name, homepage })),
    mistakes: plan.mistakes.slice(0, MAX_TOLD).map(({ line, column, code, args }) => ({
      line,
      column: registerColumns[column][0],
      code,
      zh: refusalText(code, args, 'zh'),
      en: refusalText(code, args, 'en'),
    })),
    warnings: plan.warnings
      .slice(0, MAX_TOLD)
      .map(({ line, warning }) => ({ line, warning, ...siteWarningTexts[warning] })),
  };
}

/** What is there and changes, in the order of the lines. */
export function changedIn({ units, sites }: ImportPlan): ImportPreview['changed'] {
  const fieldsOf = (changes: readonly FieldChange[]) =>
    changes.map(({ column, ...change }) => ({ field: registerColumns[column][0], ...change }));
  return [
    ...units
      .filter(({ id }) => id > 0)
      .map(({ id, line, name, changes }) => {
        const fields = fieldsOf(changes);
        return { line, thing: 'unit' as const, id, unit: name, fields };
      }),
    ...sites.flatMap(({ id, line, unit, changes }) =>
      id === null ? [] : [{ line, thing: 'site' as const, id, unit, fields: fieldsOf(changes) }],
    ),
  ].sort((a, b) => a.line - b.line);
}
