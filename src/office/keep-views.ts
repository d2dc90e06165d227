import { Refusal } from '#base/refusal.ts';
import {
  countViews,
  deleteView,
  listViews,
  type SavedView,
  upsertView,
} from '#store/saved-views.ts';
import { type Desk, perform } from './desk.ts';
import { plainText } from './matter-input.ts';
import { requirePerson } from './require-person.ts';

/** Nobody keeps more views than these, of all lists together. */
const MOST_VIEWS = 200;

/** The views that the person at the desk keeps, of one list or of all, on whatever machine. */
export async function askViews(
  desk: Desk,
  list: string | undefined,
): Promise<{ items: SavedView[] }> {
  return { items: await listViews(desk.db, requirePerson(desk.actor), list) };
}

/** Keeps a view; one of the same name of the same list is replaced. Gives its number. */
export async function saveView(desk: Desk, view: Omit<SavedView, 'id'>): Promise<number> {
  const person = requirePerson(desk.actor);
  const name = plainText('名称', view.name, 40);
  return await perform(desk, async (act) => {
    if ((await countViews(act.tx, person)) >= MOST_VIEWS) {
      throw new Refusal('views-many', { most: MOST_VIEWS });
    }
    return await upsertView(act.tx, person, { ...view, name }, act.at);
  });
}

/** Forgets one of the own views. */
export async function removeView(desk: Desk, id: number): Promise<void> {
  const person = requirePerson(desk.actor);
  await perform(desk, async (act) => {
    if (!(await deleteView(act.tx, person, id))) {
      throw new Refusal('not-found', { thing: 'view', id });
    }
  });
}
