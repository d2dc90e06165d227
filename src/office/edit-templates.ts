import { Refusal } from '#base/refusal.ts';
import { type Place, personId } from '#domain/person.ts';
import { may, reachOf } from '#domain/rights.ts';
import {
  type AnswerTemplate,
  deleteTemplate,
  findTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
} from '#store/answer-templates.ts';
import { placeOfRegion, placeOfUnit } from '#store/places.ts';
import { regionIdOfUnit } from '#store/matter-origins.ts';
import type { Database } from '#store/database/database.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import { MOST_ANSWER } from './draft-answer.ts';
import { MOST_TITLE, plainText } from './matter-input.ts';
import { type Page, pageById, pageSize } from './page-of.ts';

/** Texts that answers may begin with: the office's and the own unit's. */
export async function askTemplates(
  desk: Desk,
  paging: { after?: number | undefined; limit?: number | undefined },
): Promise<Page<AnswerTemplate>> {
  const limit = pageSize(paging.limit);
  const reach = reachOf(desk.actor, 'matter.read');
  return pageById(await listTemplates(desk.db, reach, { ...paging, limit }), limit);
}

/** A new template, of a unit or of a whole region. */
export async function addTemplate(
  desk: Desk,
  {
    of,
    title,
    text,
  }: { of: { unitId: number } | { regionId: number }; title: string; text: string },
): Promise<number> {
  const words = wordsOf({ title, text });
  return await perform(desk, async (act) => {
    const { place, unitId, regionId } = await homeOf(act.tx, of);
    requireRight(desk, 'template.edit', place);
    const by = { by: personId(desk.actor), at: act.at };
    const id = await insertTemplate(act.tx, { unitId, regionId, ...words }, by);
    const after = { unitId, regionId, ...words };
    await act.note({ act: 'template.add', thing: 'template', thingId: id, after });
    return id;
  });
}

async function homeOf(db: Database, of: { unitId: number } | { regionId: number }) {
  if ('unitId' in of) {
    const place = await placeOfUnit(db, of.unitId);
    const regionId = await regionIdOfUnit(db, of.unitId);
    if (place === null || regionId === null) {
      throw new Refusal('unit-unknown', { unit: of.unitId });
    }
    return { place, unitId: of.unitId, regionId };
  }
  const place = await placeOfRegion(db, of.regionId);
  if (place === null) throw new Refusal('not-found', { thing: 'region', id: of.regionId });
  return { place, unitId: null, regionId: of.regionId };
}

/** Changes a template that nobody changed since `version`. */
export async function changeTemplate(
  desk: Desk,
  id: number,
  { version, title, text }: { version: number; title: string; text: string },
): Promise<void> {
  const words = wordsOf({ title, text });
  await perform(desk, async (act) => {
    const before = await templateAt(desk, act.tx, id);
    const by = { by: personId(desk.actor), at: act.at };
    if (!(await updateTemplate(act.tx, { id, version }, words, by))) {
      throw new Refusal('moved-meanwhile', { thing: 'template', id });
    }
    const { title: oldTitle, text: oldText } = before;
    await act.note({
      act: 'template.change',
      thing: 'template',
      thingId: id,
      before: { title: oldTitle, text: oldText },
      after: words,
    });
  });
}

export async function removeTemplate(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const { title, text } = await templateAt(desk, act.tx, id);
    await deleteTemplate(act.tx, id);
    await act.note({
      act: 'template.remove',
      thing: 'template',
      thingId: id,
      before: { title, text },
    });
  });
}

async function templateAt(desk: Desk, db: Database, id: number) {
  const found = await findTemplate(db, id);
  const place: Place = { region: found?.region ?? '', unit: found?.unitPath ?? null };
  if (!found || !may(desk.actor, 'matter.read', place)) {
    throw new Refusal('not-found', { thing: 'template', id });
  }
  requireRight(desk, 'template.edit', place);
  return found;
}

function wordsOf({ title, text }: { title: string; text: string }) {
  return {
    title: plainText('标题', title, MOST_TITLE),
    text: plainText('内容', text, MOST_ANSWER),
  };
}
