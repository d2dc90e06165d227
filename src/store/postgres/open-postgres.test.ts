import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Refusal, refusalText } from '#base/refusal.ts';
import { connect, isConnectionLost } from './connect.ts';
import { openPostgres, type Postgres } from './open-postgres.ts';

const isRoot = process.getuid?.() === 0;
let base: string;
let dataDir: string;

before(async () => {
  base = await mkdtemp(join(tmpdir(), 'xunwang-pg-'));
  dataDir = join(base, '数据 目录');
});
after(async () => {
  await rm(base, { recursive: true, force: true });
});

/** Processes that work in a folder below `folder`. */
function serversBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function postmasterPid(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

function isStruck(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

interface Opener {
  child: ChildProcess;
  said: { url: string; isOurs: boolean };
  nextLine: () => Promise<string>;
}

async function openElsewhere(folder: string): Promise<Opener> {
  const program = join(import.meta.dirname, 'testing', 'open-and-wait.ts');
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[
    Symbol.asyncIterator
  ]();
  const nextLine = async () => String((await lines.next()).value);
  return { child, said: JSON.parse(await nextLine()), nextLine };
}

async function finish({ child }: Opener): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.write('\n');
  await ended;
}

async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  const error = await act.then(
    () => null,
    (failure: unknown) => failure,
  );
  assert.ok(error instanceof Refusal, String(error));
  return error;
}

async function keptText(server: Postgres): Promise<unknown> {
  return (await query(server.url, 'select text from kept'))[0];
}

test('the first start makes the data; the second finds it; nothing runs after stop', async () => {
  const steps: string[] = [];
  const first = await openPostgres({ dataDir }, { progress: (step) => steps.push(step) });
  assert.ok(first.isOurs);
  assert.deepEqual(steps, ['preparing', 'creating', 'starting']);
  await query(first.url, "create table kept as select '长期未更新' as text");
  const settings = await query(
    first.url,
    `select name, setting from pg_settings where name in ('listen_addresses', 'data_checksums',
       'server_encoding', 'fsync', 'shared_buffers', 'max_connections') order by name`,
  );
  assert.deepEqual(
    settings.map((row) => Object.values(row as object).join('=')),
    [
      'data_checksums=on',
      'fsync=on',
      'listen_addresses=',
      'max_connections=60',
      'server_encoding=UTF8',
      'shared_buffers=8192',
    ],
  );
  const locale = await query(
    first.url,
    "select datlocale, datcollate from pg_database where datname = 'xunwang'",
  );
  assert.deepEqual(locale, [{ datlocale: 'C.UTF-8', datcollate: 'C.UTF-8' }]);
  await first.stop();
  await first.stop();
  assert.deepEqual(serversBelow(base), []);
  const second = await openPostgres({ dataDir });
  assert.deepEqual(await keptText(second), { text: '长期未更新' });
  await second.stop();
});

test('the server is not root, listens on a closed socket and on no port', async () => {
  const server = await openPostgres({ dataDir });
  const pid = postmasterPid(dataDir);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [uid] = /^Uid:\s+(\d+)/m.exec(status)?.slice(1) ?? [];
  assert.equal(Number(uid), isRoot ? 54_318 : process.getuid?.());
  const socket = new URLSearchParams(server.url.split('?')[1]).get('host') ?? '';
  assert.equal(statSync(socket).mode & 0o777, 0o700);
  assert.ok(Buffer.byteLength(join(socket, '.s.PGSQL.5432')) < 100);
  const inodes = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
  });
  const tcp = readFileSync('/proc/net/tcp', 'utf8') + readFileSync('/proc/net/tcp6', 'utf8');
  const open = inodes.filter((inode) => inode && new RegExp(`\\s${inode}\\s`).test(tcp));
  assert.deepEqual(open, []);
  await server.stop();
});

test('another process joins; when the starter stops, who joined hears it and may start', async () => {
  const starter = await openElsewhere(dataDir);
  assert.equal(starter.said.isOurs, true);
  const joined = await openPostgres({ dataDir });
  assert.equal(joined.isOurs, false);
  assert.equal(joined.url, starter.said.url);
  await joined.stop();
  assert.equal((await query(joined.url, 'select 1')).length, 1, 'still there: it was not ours');
  const watcher = await openPostgres({ dataDir });
  const gone = new Promise<void>((resolve) => watcher.onExit(resolve));
  const { pool, close } = connect(watcher.url, { max: 1 });
  const running = pool.query('select pg_sleep(20)').catch((error: unknown) => error);
  await sleep(100);
  await finish(starter);
  assert.ok(isConnectionLost(await running));
  await gone;
  const again = await openPostgres({ dataDir });
  assert.ok(again.isOurs);
  assert.equal((await pool.query('select 1')).rowCount, 1, 'the pool mends itself');
  await close();
  await again.stop();
});

test('three processes start at once: one server, one starter', async () => {
  const openers = await Promise.all([1, 2, 3].map(() => openElsewhere(join(base, 'race'))));
  assert.equal(openers.filter(({ said }) => said.isOurs).length, 1);
  const starter = openers.filter(({ said }) => said.isOurs);
  await Promise.all(openers.filter((opener) => !starter.includes(opener)).map(finish));
  await Promise.all(starter.map(finish));
  assert.deepEqual(serversBelow(join(base, 'race')), []);
});

test('kill -9 of the server: told at once, and the next start keeps what was committed', async () => {
  const server = await openPostgres({ dataDir });
  const gone = new Promise<void>((resolve) => server.onExit(resolve));
  await query(server.url, "update kept set text = '已整改'");
  process.kill(postmasterPid(dataDir), 'SIGKILL');
  await gone;
  const next = await openPostgres({ dataDir });
  assert.ok(next.isOurs);
  assert.deepEqual(await keptText(next), { text: '已整改' });
  await next.stop();
});

test('a server ended from outside while it starts is started again', async () => {
  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    let blows = 0;
    const opening = openPostgres({ dataDir });
    let isOpen = false;
    const opened = opening.finally(() => (isOpen = true));
    while (!isOpen && blows < 3) {
      const [pid] = serversBelow(dataDir);
      if (pid !== undefined && isStruck(pid, signal)) blows += 1;
      await sleep(5);
    }
    const server = await opened;
    assert.ok(blows > 0);
    assert.deepEqual(await query(server.url, 'select 1 as one'), [{ one: 1 }]);
    await server.stop();
  }
});

test('kill -9 of its starter: the server lives on, is joined, and taken over by one', async () => {
  const starter = await openElsewhere(dataDir);
  const pid = postmasterPid(dataDir);
  starter.child.kill('SIGKILL');
  await once(starter.child, 'exit');
  const next = await openPostgres({ dataDir });
  assert.equal(postmasterPid(dataDir), pid, 'the same server');
  assert.equal(next.isOurs, true);
  const third = await openElsewhere(dataDir);
  assert.equal(third.said.isOurs, false);
  await finish(third);
  await next.stop();
  assert.deepEqual(serversBelow(dataDir), []);
});

test('lock files that a killed server had made and not written do not stop a start', async () => {
  const cluster = join(dataDir, 'cluster');
  const { uid, gid } = statSync(cluster);
  const locks = [join(cluster, 'postmaster.pid'), join(dataDir, 'run', '.s.PGSQL.5432.lock')];
  for (const lock of locks) {
    writeFileSync(lock, '', { mode: 0o600 });
    chownSync(lock, uid, gid);
  }
  const server = await openPostgres({ dataDir });
  assert.ok(server.isOurs);
  assert.deepEqual(await keptText(server), { text: '已整改' });
  await server.stop();
});

test('a stale pid file whose number is another program’s by now does not stop a start', async () => {
  const alive = spawn('sleep', ['60'], isRoot ? { uid: 54_318, gid: 54_318 } : {});
  const file = join(dataDir, 'cluster', 'postmaster.pid');
  const lines = [alive.pid, '/proc/self/fd/3', 1, 5432, '/proc/self/fd/4', '', '1 1', 'ready'];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(join(dataDir, 'run', '.s.PGSQL.5432.lock'), `${lines.join('\n')}\n`);
  const server = await openPostgres({ dataDir });
  assert.ok(server.isOurs);
  assert.deepEqual(await keptText(server), { text: '已整改' });
  await server.stop();
  alive.kill();
});

test('a very long path, and for root a folder that others may not reach', async () => {
  const home = await mkdtemp(join(isRoot ? homedir() : base, 'xunwang-pg-'));
  const deep = join(home, ...Array.from({ length: 6 }, () => '很长的目录名'.repeat(10)));
  try {
    const server = await openPostgres({ dataDir: deep }, { mayLose: true });
    const joined = await openElsewhere(deep);
    assert.equal(joined.said.url, server.url, 'the folder of the socket is written down');
    await finish(joined);
    assert.equal((await query(server.url, 'select 1')).length, 1);
    await server.stop();
    const socket = new URLSearchParams(server.url.split('?')[1]).get('host') ?? '';
    await rm(socket, { recursive: true });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

test('data of another version is refused with the remedy in both languages', async () => {
  const other = join(base, 'other');
  await mkdir(join(other, 'cluster'), { recursive: true });
  await writeFile(join(other, 'cluster', 'PG_VERSION'), '17\n');
  const { code, args } = await refusalOf(openPostgres({ dataDir: other }));
  assert.equal(code, 'postgres-other-version');
  assert.match(refusalText(code, args, 'zh'), /17.*18.*restore/);
});

test('a server that cannot start is refused with the last lines of its log', async () => {
  const file = join(dataDir, 'cluster', 'postgresql.conf');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}\nwork_mem = plenty\n`);
  const { code, args } = await refusalOf(openPostgres({ dataDir }));
  assert.equal(code, 'postgres-start-failed');
  assert.match(String(args['log']), /work_mem/);
  await writeFile(file, text);
});

test('an address where nobody answers is refused without its password', async () => {
  const url = 'postgresql://office:secret@127.0.0.1:1/xunwang';
  const { code, args } = await refusalOf(openPostgres({ url }));
  assert.equal(code, 'postgres-unreachable');
  assert.ok(!JSON.stringify(args).includes('secret'));
  const server = await openPostgres({ dataDir });
  const named = await openPostgres({ url: server.url });
  assert.equal(named.isOurs, false);
  await named.stop();
  await server.stop();
  assert.deepEqual(serversBelow(base), [], 'no server is left');
});
