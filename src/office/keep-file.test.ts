import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askSites } from './ask-register.ts';
import { changeSite } from './change-site.ts';
import type { Desk } from './desk.ts';
import { keepFile, refreshFiles } from './keep-file.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => office.close());

const about = { name: 'sites', mediaType: 'text/plain', isGzip: false };
async function* piecesOf(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

let made = 0;
async function fileOf(desk: Desk, restsOn: ['register'] | null = ['register']): Promise<string> {
  const file = await keepFile(
    desk,
    { key: 'sites', right: 'register.read', restsOn },
    async (joint) => {
      made += 1;
      const { items } = await askSites(joint, { limit: 50 });
      const text = items.map(({ id, name }) => `${id} ${name}`).join('\n');
      return { ...about, pieces: piecesOf([text]) };
    },
  );
  return new TextDecoder().decode(await file.plain());
}

test('a file is made once for all who may see the same, and anew when something changed', async () => {
  const inspector = office.desk('inspector');
  made = 0;
  const [first, second] = await Promise.all([fileOf(inspector), fileOf(office.desk('inspector2'))]);
  assert.equal(first, second);
  assert.equal(await fileOf(inspector), first);
  assert.equal(made, 1);
  const own = await fileOf(office.desk('editor'));
  assert.equal(made, 2);
  assert.equal(own.split('\n').length, 1);
  const site = office.siteIds['linye'] ?? 0;
  await changeSite(inspector, site, { version: 1, name: '林业局门户' });
  assert.match(await fileOf(inspector), /林业局门户/);
  assert.equal(made, 3);
});

test('what is changed and not yet committed is never hidden by a kept file', async () => {
  const { db } = office;
  const inspector = office.desk('inspector');
  const before = await fileOf(inspector);
  const { promise: changed, resolve: isChanged } = Promise.withResolvers<void>();
  const { promise: read, resolve: isRead } = Promise.withResolvers<void>();
  const writing = db.transaction().execute(async (tx) => {
    await tx.updateTable('sites').set({ name: '改名中' }).where('key', '=', 'keji').execute();
    isChanged();
    await read;
  });
  await changed;
  assert.equal(await fileOf(inspector), before, 'the change is nobody’s yet');
  isRead();
  await writing;
  assert.match(await fileOf(inspector), /改名中/);
});

test('a file that changed is made before anybody asks again, once its tables are still', async () => {
  const inspector = office.desk('inspector');
  const before = await fileOf(inspector);
  const seen = new Map<string, string>();
  await refreshFiles(office.db, seen, 60_000);
  await office.db.updateTable('sites').set({ name: '科技局' }).where('key', '=', 'keji').execute();
  made = 0;
  assert.equal(await refreshFiles(office.db, seen, 60_000), 0, 'it changed just now');
  assert.ok((await refreshFiles(office.db, seen, 60_000)) >= 1);
  assert.ok(made >= 1);
  const remade = made;
  assert.match(await fileOf(inspector), /科技局/);
  assert.notEqual(await fileOf(inspector), before);
  assert.equal(made, remade, 'it was ready');
  assert.equal(await refreshFiles(office.db, seen, -1), 0, 'nobody has asked for it lately');
});

test('a list that rests on more than its tables is made each time', async () => {
  made = 0;
  await fileOf(office.desk('inspector'), null);
  await fileOf(office.desk('inspector'), null);
  assert.equal(made, 2);
});

test('who asks before the turn of the same file has come gets that one, made after all asked', async () => {
  made = 0;
  const desk = office.desk('inspector');
  const texts = await Promise.all([1, 2, 3, 4, 5].map(() => fileOf(desk, null)));
  assert.equal(new Set(texts).size, 1);
  assert.ok(made <= 2, `${made}`);
});

test('a failure is told and not kept', async () => {
  const desk = office.desk('reviewer');
  const failing = () =>
    keepFile(desk, { key: 'broken', right: 'register.read', restsOn: ['people'] }, async () => {
      throw new Error('no paper');
    });
  await assert.rejects(failing(), /no paper/);
  await assert.rejects(failing(), /no paper/);
});
