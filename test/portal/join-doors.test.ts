import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinDoors } from '../../src/join-doors.ts';

const saying = (text: string) => ({ fetch: () => new Response(text) });
const office = saying('office');
const app = saying('portal');
const asked = async (door: ReturnType<typeof joinDoors>, url: string) =>
  await (await door.fetch(new Request(url))).text();

test('without a host of its own the portal stands below /public', async () => {
  const door = joinDoors(office, { app, base: '/public', ownOrigin: null });
  for (const path of ['/public', '/public/', '/public/en/report?page=x']) {
    assert.equal(await asked(door, `http://x.test${path}`), 'portal', path);
  }
  for (const path of ['/', '/api/v1/public/statistics', '/publicity', '/console/public']) {
    assert.equal(await asked(door, `http://x.test${path}`), 'office', path);
  }
});

test('on a host of its own there is nothing of the office, and elsewhere nothing of the portal', async () => {
  const ownOrigin = 'https://jiandu.example.gov.cn';
  const door = joinDoors(office, { app, base: '', ownOrigin });
  assert.equal(await asked(door, `${ownOrigin}/api/v1/sites`), 'portal');
  assert.equal(await asked(door, 'http://jiandu.example.gov.cn/'), 'portal');
  assert.equal(await asked(door, 'https://office.example.gov.cn/public/'), 'office');
});

test('switched off, all is the office', async () => {
  assert.equal(await asked(joinDoors(office, null), 'http://x.test/public/'), 'office');
});
