import type { Sheet } from '#domain/sheet.ts';
import { givenUp } from '#domain/import-plan.ts';
import type { Register, RegisteredSite, Unit } from '#domain/register.ts';
import { type RegisterColumn, registerColumns, siteStateWords } from '#domain/register-row.ts';
import { UnitFinder } from '#domain/unit-finder.ts';
import { KIND_WORDS } from './parse-sites.ts';
import { defuse } from './sheet-cell.ts';

/** The columns in the order in which people read them. */
const order: readonly RegisterColumn[] = [
  'position',
  'unit',
  'homepage',
  'siteIdCode',
  'kind',
  'state',
  'region',
  'parent',
  'aliases',
  'siteName',
];
const WIDTHS = [8, 32, 40, 14, 10, 10, 24, 28, 36, 32];

/**
 * The register as rows of texts, the header first: a row for each site that is not given up, and
 * one for each unit without. Importing it again changes nothing.
 */
export function registerTable(
  register: Register,
  shows: (unit: Unit) => boolean = () => true,
): string[][] {
  const finder = new UnitFinder(register.regions, register.units);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const sitesOf = new Map<number, RegisteredSite[]>();
  for (const site of register.sites) {
    if (givenUp.has(site.state)) continue;
    sitesOf.set(site.unitId, [...(sitesOf.get(site.unitId) ?? []), site]);
  }
  const sorted = register.units
    .filter(shows)
    .sort((a, b) => a.position - b.position || a.id - b.id);
  const rows = sorted.flatMap((unit) => {
    const parent = unit.parentId === null ? undefined : units.get(unit.parentId);
    const own: (RegisteredSite | null)[] = sitesOf.get(unit.id) ?? [null];
    const about = {
      unit: unit.name,
      position: String(unit.position),
      region: finder.titleOf(unit.regionId),
      parent: parent ? finder.parentWord(unit.regionId, parent) : '',
      aliases: unit.aliases.join('；'),
    };
    return own.map((site) => {
      const cells = { ...about, ...siteCells(site) };
      return order.map((column) => cells[column]);
    });
  });
  return [order.map((column) => registerColumns[column][0]), ...rows];
}

function siteCells(site: RegisteredSite | null) {
  return {
    homepage: site?.homepage ?? '',
    siteIdCode: site?.siteIdCode ?? '',
    kind: site ? (KIND_WORDS[site.kind][0] ?? '') : '',
    state: site ? siteStateWords[site.state] : '',
    siteName: site?.name ?? '',
  };
}

/** How the register looks as a sheet, its head in the first row. */
export function registerSheet(head: readonly string[]): Sheet {
  return {
    name: '单位和网站',
    widths: WIDTHS,
    rows: [head.map((text) => ({ text: defuse(text), bold: true }))],
    freezeRows: 1,
    print: { landscape: true, repeatRows: 1 },
  };
}
