import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import type { OfficePerson } from '../../office/office-client.ts';
import { untruthsOf } from '../office-truths.ts';
import { mountSmallDisk } from '../small-disk.ts';
import { openSmallCity, openWholeService, settleOffice, smallCampaign } from './whole-service.ts';

test('a disk without room for evidence is our fault: no site is judged until there is room', async (t) => {
  const disk = mountSmallDisk(t, '64k');
  if (disk === null) return t.skip('no file system can be mounted here');
  const city = await openSmallCity(1, 60);
  t.after(() => city.close());
  const service = await openWholeService({}, { XUNWANG_EVIDENCE: disk.path, XUNWANG_RETRY: '100' });
  t.after(() => service.close());
  const { inspector, regionId } = await settleOffice(service, city);
  const order = smallCampaign(regionId, city.truth.asOf);
  const opened = await inspector.ask('POST', '/campaigns', order);
  const id = Number(opened.body['id']);
  await inspector.ask('POST', `/campaigns/${id}/start`);
  const failed = await inspectionIn(inspector, id, 'failed-ours');
  assert.match(String(failed['error']), /The disk is full: cannot write/);
  assert.equal(failed['verdict'], null);
  assert.equal(failed['score'], null);
  const findings = await inspector.all(`/findings?campaign=${id}`);
  assert.deepEqual(findings, [], 'nothing is held against the site');
  disk.remount('size=64m');
  const retry = `/inspections/${String(failed['id'])}/retry`;
  await inspector.ask('POST', retry, { reason: '已扩容' });
  await inspectionIn(inspector, id, 'measured');
  while ((await inspector.ask('GET', `/campaigns/${id}`)).body['state'] === 'running') {
    await sleep(50);
  }
  const evidenceDir = disk.path;
  const wrong = await service.ask((db) => untruthsOf({ db, evidenceDir }, city.truth, id));
  assert.deepEqual(wrong, []);
});

async function inspectionIn(
  person: OfficePerson,
  campaign: number,
  state: string,
): Promise<Record<string, unknown>> {
  for (;;) {
    const [one] = await person.all(`/campaigns/${campaign}/inspections`);
    if (one?.['state'] === state) return one;
    await sleep(50);
  }
}
