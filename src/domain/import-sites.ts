import type { Url } from '#base/url.ts';
import { type FieldChange, givenUp, type ImportPlan, type PlannedSite } from './import-plan.ts';
import type { ImportScope, RowUnit } from './import-units.ts';
import { mayMove } from './moves.ts';
import { defaultSiteName, type Register, type RegisteredSite, type SiteFacts } from './register.ts';
import type { RegisterRow } from './register-row.ts';
import type { SiteKind } from './site.ts';
import { siteWarnings } from './site-warnings.ts';

/** How a site's kind is told from its unit's name when nobody said. */
export type KindOfUnit = (unit: string) => SiteKind;

type SitePlan = Pick<ImportPlan, 'sites' | 'missing' | 'mistakes' | 'warnings'> & {
  /** Lines whose site is new or changes. */
  touched: Set<number>;
};

/** Which sites rows add, which they change, and which of the region they do not name. */
export function planSites(
  ofRow: ReadonlyMap<RegisterRow, RowUnit>,
  register: Register,
  scope: ImportScope,
  kindOfUnit: KindOfUnit,
): SitePlan {
  const rows = [...ofRow.keys()].filter(({ homepage }) => homepage !== null);
  const matches = matchSites(rows, register.sites);
  const plan: SitePlan = { sites: [], missing: [], mistakes: [], warnings: [], touched: new Set() };
  const places = placesOf(register, scope);
  for (const row of rows) {
    const unit = ofRow.get(row) as RowUnit;
    const before = matches.get(row) ?? null;
    if (before && !places.mayEdit(before)) {
      const args = { unit: places.unitOf(before) };
      plan.mistakes.push({ line: row.line, column: 'homepage', code: 'import-not-yours', args });
      continue;
    }
    const facts = factsOf(row, unit, before, kindOfUnit);
    if (before && before.state !== facts.state && !mayMove('site', before.state, facts.state)) {
      const args = { from: before.state, to: facts.state };
      plan.mistakes.push({ line: row.line, column: 'state', code: 'import-state-move', args });
    }
    const changes = before ? changesOf(before, facts, places.unitOf(before), unit.name) : [];
    if (before && changes.length === 0) continue;
    plan.touched.add(row.line);
    const id = before?.id ?? null;
    plan.sites.push({ id, line: row.line, unit: unit.name, facts, changes });
  }
  const named = new Set([...matches.values()].map(({ id }) => id));
  plan.missing = register.sites.filter(
    (site) => !named.has(site.id) && !givenUp.has(site.state) && places.isInScope(site),
  );
  plan.warnings = warningsOf(plan.sites, register.sites);
  return plan;
}

/**
 * The site each row means: the one at its address; else the one with its code, if just one has
 * it; else the one whose address differs in the scheme alone. Sites that are given up are meant
 * only by rows that say so.
 */
function matchSites(
  rows: readonly RegisterRow[],
  sites: readonly RegisteredSite[],
): Map<RegisterRow, RegisteredSite> {
  const alive = sites.filter(({ state }) => !givenUp.has(state));
  const dead = sites.filter(({ state }) => givenUp.has(state));
  const matches = new Map<RegisterRow, RegisteredSite>();
  const taken = new Set<number>();
  const rest = () => rows.filter((row) => !matches.has(row));
  const match = (key: (of: Keyed) => string | null, among: readonly RegisteredSite[]) => {
    const candidates = groupBy(among, key);
    const asking = groupBy(rest(), key);
    for (const [word, group] of asking) {
      const found = candidates.get(word)?.filter(({ id }) => !taken.has(id)) ?? [];
      const [site, ...others] = found;
      const [row, ...twins] = group;
      if (!site || !row || others.length > 0 || twins.length > 0) continue;
      matches.set(row, site);
      taken.add(site.id);
    }
  };
  match(({ homepage }) => homepage, alive);
  match(({ siteIdCode }) => siteIdCode, alive);
  match(({ homepage }) => homepage?.replace(/^https?:/, '') ?? null, alive);
  match(({ homepage, state }) => (state && givenUp.has(state) ? homepage : null), dead);
  return matches;
}

type Keyed = { homepage: Url | null; siteIdCode: string | null; state: string | null };

function groupBy<T extends Keyed>(
  list: readonly T[],
  key: (of: Keyed) => string | null,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const word = key(one);
    if (word === null) continue;
    const group = groups.get(word);
    if (group) group.push(one);
    else groups.set(word, [one]);
  }
  return groups;
}

/** Where sites of the register belong. */
function placesOf(register: Register, scope: ImportScope) {
  const regions = new Map(register.regions.map((region) => [region.id, region]));
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const regionOf = ({ unitId }: RegisteredSite) => regions.get(units.get(unitId)?.regionId ?? -1);
  return {
    unitOf: ({ unitId }: RegisteredSite) => units.get(unitId)?.name ?? '',
    mayEdit(site: RegisteredSite): boolean {
      const region = regionOf(site);
      return region !== undefined && scope.mayEdit(region);
    },
    isInScope: (site: RegisteredSite) =>
      regionOf(site)?.path.startsWith(scope.region.path) ?? false,
  };
}

/** What a site would be: what the row says, else what it was, else what is usual. */
function factsOf(
  row: RegisterRow,
  unit: RowUnit,
  before: RegisteredSite | null,
  kindOfUnit: KindOfUnit,
): SiteFacts {
  return {
    unitId: unit.id,
    name: row.siteName ?? before?.name ?? defaultSiteName(unit.name),
    homepage: row.homepage ?? '',
    siteIdCode: row.siteIdCode ?? before?.siteIdCode ?? null,
    kind: row.kind ?? before?.kind ?? kindOfUnit(unit.name),
    state: row.state ?? before?.state ?? 'online',
  };
}

function changesOf(
  before: RegisteredSite,
  after: SiteFacts,
  unitBefore: string,
  unitAfter: string,
): FieldChange[] {
  const changes: FieldChange[] = [];
  if (before.unitId !== after.unitId) {
    changes.push({ column: 'unit', before: unitBefore, after: unitAfter });
  }
  const fields = { name: 'siteName', homepage: 'homepage', siteIdCode: 'siteIdCode' } as const;
  for (const [field, column] of Object.entries({ ...fields, kind: 'kind', state: 'state' })) {
    const [was, is] = [before, after].map((facts) => facts[field as keyof SiteFacts]);
    if (was === is) continue;
    changes.push({ column, before: was ?? null, after: is ?? null } as FieldChange);
  }
  return changes;
}

/** Of what is new or changes only: what stands in the register was warned of before. */
function warningsOf(
  planned: readonly PlannedSite[],
  sites: readonly RegisteredSite[],
): ImportPlan['warnings'] {
  const changed = new Map(planned.map(({ id, facts }) => [id, facts]));
  const rest = sites.filter(({ id, state }) => !changed.has(id) && !givenUp.has(state));
  const all = [...rest, ...planned.map(({ facts }) => facts)];
  const [ofUnit, ofCode] = [new Map<number, number>(), new Map<string | null, number>()];
  for (const { unitId, siteIdCode, state } of all) {
    if (givenUp.has(state)) continue;
    ofUnit.set(unitId, (ofUnit.get(unitId) ?? 0) + 1);
    if (siteIdCode !== null) ofCode.set(siteIdCode, (ofCode.get(siteIdCode) ?? 0) + 1);
  }
  return planned.flatMap(({ line, facts }) => {
    const isCodeTaken = (ofCode.get(facts.siteIdCode) ?? 0) > 1;
    const found = siteWarnings(facts, ofUnit.get(facts.unitId) ?? 0, isCodeTaken);
    return found.map((warning) => ({ line, warning }));
  });
}
