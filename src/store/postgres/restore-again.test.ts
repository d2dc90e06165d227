import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { migrate } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { freshDatabase } from '../testing/fresh-database.ts';
import { MANIFEST_HASH } from './backup-format.ts';
import { writeBackup } from './backup.ts';
import { connect } from './connect.ts';
import { restoreBackup } from './restore.ts';

async function officeDatabase() {
  const fresh = await freshDatabase();
  const { db, pool, close } = connect<Tables>(fresh.url, { max: 3 });
  return {
    db,
    pool,
    async close() {
      await close();
      await fresh.drop();
    },
  };
}

test('a restore goes on from wherever it was killed, and never into what is used', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'xunwang-again-'));
  const [from, to] = [await officeDatabase(), await officeDatabase()];
  t.after(async () => {
    await Promise.all([from.close(), to.close()]);
    rmSync(folder, { recursive: true });
  });
  const [evidence, target] = [join(folder, 'evidence'), join(folder, 'target')];
  mkdirSync(join(evidence, 'campaigns'), { recursive: true });
  writeFileSync(join(evidence, 'campaigns', 'run.json'), '{}');
  await migrate(from.db);
  await from.db.insertInto('regions').values({ name: '某市', path: '/1/' }).execute();
  const backup = join(folder, 'backup');
  await writeBackup({ pool: from.pool, evidenceDir: evidence, out: backup, now: new Date() });
  const restore = () =>
    restoreBackup({
      pool: to.pool,
      from: backup,
      evidenceDir: target,
      migrate: async (last) => void (await migrate(to.db, last)),
    });
  // Killed when the tables were made: migrations have put rows of their own into some.
  await migrate(to.db);
  await restore();
  assert.equal((await to.db.selectFrom('regions').selectAll().execute()).length, 1);
  assert.equal(readFileSync(join(target, 'campaigns', 'run.json'), 'utf8'), '{}');
  // Killed when the rows were back, and the evidence not in its place.
  mkdirSync(join(target, '.restoring'));
  renameSync(join(target, 'campaigns'), join(target, '.restoring', 'campaigns'));
  writeFileSync(join(target, '.restoring', '.backup'), readFileSync(join(backup, MANIFEST_HASH)));
  await restore();
  assert.equal(readFileSync(join(target, 'campaigns', 'run.json'), 'utf8'), '{}');
  await assert.rejects(restore(), { code: 'restore-database-filled' });
});
