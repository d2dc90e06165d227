import { Buffer } from 'node:buffer';
import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import type { ImportPlan } from '#domain/import-plan.ts';
import { planImport } from '#domain/plan-import.ts';
import type { Register } from '#domain/register.ts';
import { may } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { loadRegister } from '#store/load-register.ts';
import { parseRegisterRows } from '#store/parse-register-rows.ts';
import { kindOfUnit } from '#store/parse-sites.ts';
import { rowsOf } from '#store/sites-file.ts';
import type { Desk } from './desk.ts';
import { regionAt } from './register-at.ts';

/** A file to import: its name tells csv from xlsx. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
  /** Where units go whose region the file does not say. */
  regionId: number;
}

export interface ReadImport {
  plan: ImportPlan;
  register: Register;
  /** Stands for exactly this file, plan and state of the register. */
  token: string;
}

/** Reads a file against the register as the transaction sees it, at a version of the register. */
export async function readImport(
  desk: Desk,
  db: Database,
  file: ImportFile,
  version: number,
): Promise<ReadImport> {
  const region = await regionAt(desk, db, file.regionId, 'register.edit');
  const rows = parseRegisterRows(rowsOf(Buffer.from(file.bytes), file.name), file.name);
  const register = await loadRegister(db);
  const mayEdit = ({ path }: { path: string }) =>
    may(desk.actor, 'register.edit', { region: path, unit: null });
  const plan = planImport(rows, register, { region, mayEdit }, kindOfUnit);
  const content = { file: sha256(file.bytes), region: region.id, version, plan };
  return { plan, register, token: sha256(canonicalLine(content)) };
}
