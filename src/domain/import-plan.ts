import type { RegisteredSite, SiteFacts } from './register.ts';
import type { RegisterColumn, RowMistake } from './register-row.ts';
import type { SiteWarning } from './site-warnings.ts';

/** One field that an import changes, as the sheet shows it. */
export interface FieldChange {
  column: RegisterColumn;
  before: string | number | null;
  after: string | number | null;
}

/** A unit to add (its number is negative until it is there) or to change. */
export interface PlannedUnit {
  id: number;
  line: number;
  name: string;
  regionId: number;
  parentId: number | null;
  position: number;
  /** To be added to those it has. */
  aliases: string[];
  changes: FieldChange[];
}

/** A site to add (null) or to change; its unit may be one to add. */
export interface PlannedSite {
  id: number | null;
  line: number;
  unit: string;
  facts: SiteFacts;
  changes: FieldChange[];
}

/** What an import would do. Nothing is ever deleted. */
export interface ImportPlan {
  units: PlannedUnit[];
  sites: PlannedSite[];
  /** Lines that say what the register says already. */
  unchanged: number;
  /** Sites of the region that are not in the file: named, left as they are. */
  missing: RegisteredSite[];
  mistakes: RowMistake[];
  warnings: { line: number; warning: SiteWarning }[];
}

/** States of sites that are given up: their addresses are free, and sheets leave them out. */
export const givenUp: ReadonlySet<string> = new Set(['offline', 'archived']);
