import type { RefusalArgs, RefusalCode } from '#base/refusal.ts';
import type { FieldChange, PlannedUnit } from './import-plan.ts';
import type { Region, Register, Unit } from './register.ts';
import type { RegisterColumn, RegisterRow, RowMistake } from './register-row.ts';
import { UnitFinder } from './unit-finder.ts';

/** Where an import may write, and where units go whose region is not said. */
export interface ImportScope {
  region: Region;
  mayEdit(region: Region): boolean;
}

/** A unit as rows speak of it. */
export interface RowUnit extends Unit {
  rows: RegisterRow[];
}

export interface UnitPlan {
  /** The unit of each row; none for rows that are wrong. */
  ofRow: Map<RegisterRow, RowUnit>;
  planned: PlannedUnit[];
  mistakes: RowMistake[];
}

/** Which units rows speak of, which are new, and what changes of those that are there. */
export function planUnits(
  rows: readonly RegisterRow[],
  register: Register,
  scope: ImportScope,
): UnitPlan {
  const finder = new UnitFinder(register.regions, register.units);
  const mistakes: RowMistake[] = [];
  const seen = new Map<number, RowUnit>();
  const byId = new Map(register.units.map((unit) => [unit.id, unit]));
  const ofRow = new Map<RegisterRow, RowUnit>();
  let last = register.units.reduce((most, { position }) => Math.max(most, position), -1);
  for (const row of rows) {
    const note = noteOf(row, mistakes);
    const regions = regionsOf(row, register, scope, finder, note);
    if (row.unit === '' || regions === null) continue;
    const ids = unitsNamed(row, regions, finder);
    if (ids.length > 1) {
      const known = ids.map((id) => byId.get(id)?.name ?? '').join('、');
      note('unit', 'import-unit-several', { unit: row.unit, known });
      continue;
    }
    const [id = -1 - seen.size] = ids;
    const known = seen.get(id);
    const unit = known ?? { ...(byId.get(id) ?? newUnit(id, row, regions[0] as Region)), rows: [] };
    if (id < 0 && !known) {
      unit.position = row.position ?? ++last;
      finder.add(unit);
    }
    seen.set(id, unit);
    unit.rows.push(row);
    ofRow.set(row, unit);
  }
  // Names first: a row may stand below a unit by an alias that a later row gives.
  const aliases = [...seen.values()].map((unit) => newAliases(unit, finder, mistakes));
  const planned = [...seen.values()].flatMap((unit, order) =>
    planUnit(unit, byId.get(unit.id) ?? null, aliases[order] ?? [], finder, mistakes),
  );
  refuseLoops(planned, byId, mistakes);
  return { ofRow, planned, mistakes };
}

type Note = (column: RegisterColumn, code: RefusalCode, args?: RefusalArgs) => void;

function noteOf({ line }: RegisterRow, mistakes: RowMistake[]): Note {
  return (column, code, args = {}) => mistakes.push({ line, column, code, args });
}

/** The region a row names; without one, that of the import and all below it. Null: a mistake. */
function regionsOf(
  { region: text }: RegisterRow,
  { regions }: Register,
  { region: own, mayEdit }: ImportScope,
  finder: UnitFinder,
  note: Note,
): Region[] | null {
  if (text === null) {
    const below = regions.filter(({ id, path }) => id !== own.id && path.startsWith(own.path));
    return [own, ...below.filter(mayEdit)];
  }
  const word = text.replace(/\s*\/\s*/g, '/');
  const mine = regions.filter(mayEdit);
  const full = mine.filter(({ id }) => finder.titleOf(id) === word);
  const found = full.length > 0 ? full : mine.filter(({ name }) => name === word);
  if (found.length === 1) return found;
  note('region', found.length === 0 ? 'import-region-unknown' : 'import-region-several', { text });
  return null;
}

/** By its name in the first of the regions that knows it; else by one of its aliases. */
function unitsNamed(row: RegisterRow, regions: readonly Region[], finder: UnitFinder): number[] {
  for (const names of [[row.unit], row.aliases]) {
    for (const { id } of regions) {
      const found = [...new Set(names.flatMap((name) => finder.inRegion(id, name)))];
      if (found.length > 0) return found;
    }
  }
  return [];
}

function newUnit(id: number, { unit: name }: RegisterRow, region: Region): Unit {
  const none = { parentId: null, path: '', position: 0, version: 0 };
  return { id, name, regionId: region.id, ...none, aliases: [], formerNames: [] };
}

/** What the rows of one unit say together; nothing when they say what is known. */
function planUnit(
  unit: RowUnit,
  before: Unit | null,
  aliases: string[],
  finder: UnitFinder,
  mistakes: RowMistake[],
): PlannedUnit[] {
  const [first] = unit.rows as [RegisterRow];
  const position = agreed(unit.rows, 'position', mistakes) ?? unit.position;
  const word = agreed(unit.rows, 'parent', mistakes);
  const parentId = word === null ? unit.parentId : finder.parent(unit.regionId, word);
  if (word !== null && parentId === null) {
    noteOf(first, mistakes)('parent', 'import-parent-unknown', { text: word });
  }
  const changes: FieldChange[] = [];
  if (before && before.position !== position) {
    changes.push({ column: 'position', before: before.position, after: position });
  }
  if (before && before.parentId !== parentId) {
    const [was, is] = [before.parentId, parentId].map((id) => finder.nameOf(id));
    changes.push({ column: 'parent', before: was ?? null, after: is ?? null });
  }
  if (before && aliases.length > 0) {
    const list = [...before.aliases, ...aliases];
    const after = list.join('；');
    changes.push({ column: 'aliases', before: before.aliases.join('；') || null, after });
  }
  if (before && changes.length === 0) return [];
  const { id, name, regionId } = unit;
  const { line } = first;
  return [{ id, line, name, regionId, parentId, position, aliases, changes }];
}

/** The one thing that the rows of a unit say; a row that says otherwise than the first is wrong. */
function agreed<C extends 'position' | 'parent'>(
  rows: readonly RegisterRow[],
  column: C,
  mistakes: RowMistake[],
): RegisterRow[C] | null {
  const said = rows.filter((row) => row[column] !== null);
  const [first, ...others] = said;
  if (!first) return null;
  const before = first[column] ?? '';
  for (const row of others) {
    if (row[column] === before) continue;
    noteOf(row, mistakes)(column, 'import-row-disagrees', { other: first.line, before });
  }
  return first[column];
}

/** Names the unit does not go by yet: its aliases, and how rows call it that mean it. */
function newAliases(unit: RowUnit, finder: UnitFinder, mistakes: RowMistake[]): string[] {
  const known = new Set([unit.name, ...unit.aliases, ...unit.formerNames]);
  const added: string[] = [];
  for (const row of unit.rows) {
    for (const name of [row.unit, ...row.aliases]) {
      if (known.has(name)) continue;
      known.add(name);
      const [holder] = finder.holderOf(unit.regionId, name).filter((id) => id !== unit.id);
      if (holder !== undefined) {
        noteOf(row, mistakes)('aliases', 'import-alias-taken', { name, by: holder });
        continue;
      }
      finder.addAlias(unit, name);
      added.push(name);
    }
  }
  return added;
}

function refuseLoops(
  planned: readonly PlannedUnit[],
  byId: ReadonlyMap<number, Unit>,
  mistakes: RowMistake[],
): void {
  const parents = new Map([...byId.values()].map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId } of planned) parents.set(id, parentId);
  for (const unit of planned) {
    const above = new Set<number>();
    let at = parents.get(unit.id) ?? null;
    while (at !== null && at !== unit.id && !above.has(at)) {
      above.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== unit.id) continue;
    const { line, name: text } = unit;
    mistakes.push({ line, column: 'parent', code: 'import-parent-loop', args: { text } });
  }
}
