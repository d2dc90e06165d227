import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { OfficePerson } from '../../office/office-client.ts';
import { untruthsOf } from '../office-truths.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openSmallCity, openWholeService, settleOffice, smallCampaign } from './whole-service.ts';

const HOUR_MS = 3_600_000;

async function running(person: OfficePerson, id: number): Promise<void> {
  for (;;) {
    const { body } = await person.ask('GET', `/campaigns/${id}`);
    const live = body['live'] as { progress: { pages: number } | null }[];
    if (live.some(({ progress }) => (progress?.pages ?? 0) > 0)) return;
    assert.equal(body['state'], 'running', 'it was over before the clock jumped');
    await sleep(20);
  }
}

test('a clock that jumps by hours, forward and back, costs nothing that is being done', async (t) => {
  const file = join(temporaryFolder(t), 'clock');
  const jump = async (hours: number) => {
    writeFileSync(file, String(hours * HOUR_MS));
    await sleep(100);
  };
  await jump(0);
  const city = await openSmallCity(2, 150);
  t.after(() => city.close());
  const clock = new URL('jumping-clock.js', import.meta.url).href;
  const service = await openWholeService(
    {},
    { NODE_OPTIONS: `--import ${clock}`, CLOCK_FILE: file },
  );
  t.after(() => service.close());
  const { inspector, regionId } = await settleOffice(service, city);
  const opened = await inspector.ask(
    'POST',
    '/campaigns',
    smallCampaign(regionId, city.truth.asOf),
  );
  const id = Number(opened.body['id']);
  await inspector.ask('POST', `/campaigns/${id}/start`);
  await running(inspector, id);
  await jump(5);
  await inspector.ask('POST', '/units', { name: '快五小时的单位', regionId });
  await jump(-5);
  await inspector.ask('POST', '/units', { name: '慢五小时的单位', regionId });
  // The database's clock set back by five hours: what waits seems to wait for a time to come.
  await service.ask((db) =>
    sql`update queue.job set start_after = now() + interval '5 hours' where state = 'created'`.execute(
      db,
    ),
  );
  for (;;) {
    const { body } = await inspector.ask('GET', `/campaigns/${id}`);
    if (body['state'] !== 'running') break;
    await sleep(100);
  }
  const { evidenceDir } = service;
  const wrong = await service.ask((db) => untruthsOf({ db, evidenceDir }, city.truth, id));
  assert.deepEqual(wrong, []);
  const lost = await service.ask((db) =>
    db.selectFrom('ledger').select('number').where('reason', '=', 'worker lost').execute(),
  );
  assert.deepEqual(lost, [], 'nobody was taken for dead by a clock');
  await jump(13);
  const late = await inspector.send('GET', '/me');
  assert.equal(late.status, 401, 'a session ends by the clock, with a refusal');
  await jump(0);
});
