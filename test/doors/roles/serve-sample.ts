import { buildApp } from '#api/app.ts';
import { listen } from '#api/listen.ts';
import { roles } from '#domain/person.ts';
import { rights } from '#domain/rights.ts';
import { makeToken } from '#office/edit-people.ts';
import { samplePublicSide } from '#office/testing/matter-desks.ts';
import { openSession } from '#office/sign-in.ts';
import { openRoleWorld, type RoleWorld } from './role-world.ts';

/**
 * Serves the API of the sample office on loopback, for programs that try an API by its description.
 * Prints, as one line of JSON, where it is and the headers of somebody who holds every role; then
 * one line for each thing that breaks on our side. Ends with its standard input.
 */
async function serveSample(): Promise<void> {
  const world = await openRoleWorld();
  const { db, evidenceDir, desk } = world.office;
  const { now } = desk('admin');
  const app = buildApp({
    db,
    now,
    desk: (actor) => ({ db, actor, now, evidenceDir, publicSide: samplePublicSide }),
    isReady: async () => true,
    tell: (error) => console.log(JSON.stringify({ broke: stackOf(error) })),
    isSecure: false,
    requestsAMinute: 1_000_000,
  });
  const web = await listen(app, { host: '127.0.0.1', port: 0 });
  console.log(JSON.stringify({ address: web.address, ...(await headersOfAll(world)) }));
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('end', resolve));
  await web.close(0);
  await world.office.close();
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The inspector takes every role on; a token and a session of that one. */
async function headersOfAll({ office }: RoleWorld) {
  const { db, places, people, desk } = office;
  const { id } = people.inspector;
  for (const role of roles) {
    const unit = role === 'unit-editor' || role === 'unit-head' ? places.unit.id : null;
    const post = { person_id: id, role, region_id: places.city.id, unit_id: unit };
    await db
      .insertInto('posts')
      .values(post)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const { now } = desk('inspector');
  const scopes = Object.keys(rights);
  const { token } = await makeToken(desk('inspector'), { name: '试用', scopes, expiresAt: null });
  const session = await openSession({ db, now }, id);
  await db.updateTable('sessions').set({ second_factor_at: now() }).execute();
  return { token, cookie: `xunwang-session=${session.token}`, csrf: session.csrf };
}

await serveSample();
