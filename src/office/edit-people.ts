import { randomBytes } from 'node:crypto';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Place, Role } from '#domain/person.ts';
import { type RightName, rights } from '#domain/rights.ts';
import { insertToken, revokeToken } from '#store/api-tokens.ts';
import type { Database } from '#store/database/database.ts';
import {
  countAdmins,
  deletePost,
  findPasswordHash,
  insertPerson,
  insertPost,
  placeOfPost,
  updatePerson,
} from '#store/people.ts';
import { placeOfRegion, placeOfUnit } from '#store/places.ts';
import { insertRegion, listRegions } from '#store/regions.ts';
import { deleteSessionsOf } from '#store/sessions.ts';
import { type Act, type Desk, perform, requireRight } from './desk.ts';
import { hashPassword, isPassword } from './password.ts';
import { personAt, personWithin } from './person-at.ts';
import { tokenHash } from './sign-in.ts';

/** Where nobody but a job has a right: for who holds no post that could give it. */
const EVERYWHERE: Place = { region: '/', unit: null };

/** Anywhere: for what has no place yet. Whatever has one asks for the right there. */
function requireAdmin(desk: Desk, right: RightName = 'person.edit'): void {
  const own = desk.actor.kind === 'person' ? desk.actor.posts : [];
  const post = own.find(({ role }) => role === 'admin');
  requireRight(desk, right, post?.place ?? EVERYWHERE);
}

/** A new person with a password to begin with. Refuses a login that is taken. */
export async function addPerson(
  desk: Desk,
  person: { login: string; name: string; mail: string | null; password: string },
): Promise<number> {
  requireAdmin(desk);
  const passwordHash = await hashPassword(person.password);
  return await perform(desk, async (act) => {
    const { login, name, mail } = person;
    const id = await insertPerson(act.tx, { login, name, mail, passwordHash, at: act.at });
    if (id === null) throw new Refusal('login-taken', { login });
    await act.note({ act: 'person.add', thing: 'person', thingId: id });
    return id;
  });
}

/** Gives somebody a role in a region, or in a unit of it. */
export async function givePost(
  desk: Desk,
  personId: number,
  post: { role: Role; regionId: number; unitId: number | null },
): Promise<void> {
  requireAdmin(desk);
  await perform(desk, async (act) => {
    await personAt(desk, act.tx, personId);
    requireRight(desk, 'person.edit', await placeOf(act.tx, post));
    await insertPost(act.tx, { personId, ...post });
    await act.note({ act: 'person.post', thing: 'person', thingId: personId, after: post });
  });
}

/** Where a post would lie. Refuses one of a unit without a unit, and the other way round. */
async function placeOf(
  db: Database,
  { role, regionId, unitId }: { role: Role; regionId: number; unitId: number | null },
): Promise<Place> {
  const isOfUnit = role === 'unit-editor' || role === 'unit-head';
  if (isOfUnit !== (unitId !== null)) throw new Refusal('post-place', { role });
  const region = await placeOfRegion(db, regionId);
  if (region === null) throw new Refusal('not-found', { thing: 'region', id: regionId });
  if (unitId === null) return region;
  const unit = await placeOfUnit(db, unitId);
  if (unit === null || unit.region !== region.region) {
    throw new Refusal('not-found', { thing: 'unit', id: unitId });
  }
  return unit;
}

/** Takes a role away. The last administrator stays one. */
export async function takePost(desk: Desk, personId: number, postId: number): Promise<void> {
  requireAdmin(desk);
  await perform(desk, async (act) => {
    const person = await personAt(desk, act.tx, personId);
    const place = await placeOfPost(act.tx, { personId, postId });
    if (place === null) throw new Refusal('not-found', { thing: 'post', id: postId });
    requireRight(desk, 'person.edit', place);
    const before = person.posts.find(({ id }) => id === postId) ?? null;
    if (!(await deletePost(act.tx, personId, postId))) {
      throw new Refusal('moved-meanwhile', { thing: 'post', id: postId });
    }
    await refuseNoAdmin(act);
    await act.note({ act: 'person.unpost', thing: 'person', thingId: personId, before });
  });
}

/** Lets somebody in no longer, or again. Every session of theirs ends. */
export async function disablePerson(
  desk: Desk,
  personId: number,
  isDisabled: boolean,
): Promise<void> {
  requireAdmin(desk);
  await perform(desk, async (act) => {
    await personWithin(desk, act.tx, { id: personId, right: 'person.edit' });
    await updatePerson(act.tx, personId, { disabled_at: isDisabled ? act.at : null });
    if (isDisabled) await deleteSessionsOf(act.tx, personId);
    await refuseNoAdmin(act);
    const name = isDisabled ? 'person.disable' : 'person.enable';
    await act.note({ act: name, thing: 'person', thingId: personId });
  });
}

/** Sets a password anew and takes the second factor away, for somebody who lost them. */
export async function resetPerson(desk: Desk, personId: number, password: string): Promise<void> {
  requireAdmin(desk);
  const hash = await hashPassword(password);
  await perform(desk, async (act) => {
    await personWithin(desk, act.tx, { id: personId, right: 'person.edit' });
    const changes = { password_hash: hash, totp_secret: null, totp_step: null };
    await updatePerson(act.tx, personId, changes);
    await deleteSessionsOf(act.tx, personId);
    await act.note({ act: 'person.reset', thing: 'person', thingId: personId });
  });
}

/**
 * Changes the password of the person who asks, who shows the old one. Every session ends: whoever
 * knew the old one is out.
 */
export async function changePassword(
  desk: Desk,
  { before, after }: { before: string; after: string },
): Promise<void> {
  const { actor } = desk;
  if (actor.kind !== 'person' || actor.scopes !== undefined) {
    throw new Refusal('right-missing', { right: 'password' });
  }
  if (!(await isPassword(before, await findPasswordHash(desk.db, actor.id)))) {
    throw new Refusal('sign-in-wrong');
  }
  const hash = await hashPassword(after);
  await perform(desk, async (act) => {
    await updatePerson(act.tx, actor.id, { password_hash: hash });
    await deleteSessionsOf(act.tx, actor.id);
    await act.note({ act: 'person.password', thing: 'person', thingId: actor.id });
  });
}

/** A token for a program of the person who asks; shown once. Its scopes are rights by name. */
export async function makeToken(
  desk: Desk,
  asked: { name: string; scopes: string[]; expiresAt: Instant | null },
): Promise<{ id: number; token: string }> {
  const unknown = asked.scopes.filter((scope) => !(scope in rights));
  if (unknown.length > 0) throw new Refusal('scope-unknown', { scopes: unknown.join(', ') });
  const { actor } = desk;
  if (actor.kind !== 'person' || actor.scopes !== undefined) {
    throw new Refusal('right-missing', { right: 'token' });
  }
  const token = `xw_${randomBytes(32).toString('base64url')}`;
  const id = await perform(desk, async (act) => {
    const { name, scopes, expiresAt } = asked;
    const row = { name, scopes, expiresAt, personId: actor.id, at: act.at };
    const made = await insertToken(act.tx, { ...row, tokenHash: tokenHash(token) });
    const after = { token: made, scopes };
    await act.note({ act: 'person.token', thing: 'person', thingId: actor.id, after });
    return made;
  });
  return { id, token };
}

/** Ends a token of the person who asks. */
export async function endToken(desk: Desk, id: number): Promise<void> {
  const personId = desk.actor.kind === 'person' ? desk.actor.id : 0;
  await perform(desk, async (act) => {
    if (!(await revokeToken(act.tx, { id, personId }, act.at))) {
      throw new Refusal('not-found', { thing: 'token', id });
    }
    const before = { token: id };
    await act.note({ act: 'person.untoken', thing: 'person', thingId: personId, before });
  });
}

/** The first administrator, on a database without any; null when there is one. */
export async function ensureFirstAdmin(
  desk: Desk,
  { login, password, region }: { login: string; password: string | null; region: string },
): Promise<{ login: string; password: string | null } | null> {
  if ((await countAdmins(desk.db)) > 0) return null;
  const made = password ?? randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(made);
  return await perform(desk, async (act) => {
    if ((await countAdmins(act.tx)) > 0) return null;
    const regionId = await firstRegion(act, region);
    const person = { login, name: '系统管理员', mail: null, passwordHash, at: act.at };
    const id = await insertPerson(act.tx, person);
    if (id === null) throw new Refusal('login-taken', { login });
    await insertPost(act.tx, { personId: id, role: 'admin', regionId, unitId: null });
    await act.note({ act: 'person.first-admin', thing: 'person', thingId: id });
    return { login, password: password === null ? made : null };
  });
}

async function firstRegion(act: Act, name: string): Promise<number> {
  const [found] = await listRegions(act.tx, null);
  return found?.id ?? (await insertRegion(act.tx, { name, parent: null })).id;
}

/** Somebody must be able to let people in again. */
async function refuseNoAdmin(act: Act): Promise<void> {
  if ((await countAdmins(act.tx)) === 0) throw new Refusal('last-admin');
}
