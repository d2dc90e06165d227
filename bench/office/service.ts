import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ask } from './ask.ts';
import { cpuMs } from './cpu.ts';
import { PASSWORD } from './people-fill.ts';

/** The service as it is run: a process of its own. */
export interface Service {
  address: string;
  /** Processor time of the service and its PostgreSQL so far, in ms. */
  cpuMs(): number;
  /** Most resident memory so far, in MB. */
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `xunwang serve` on a data folder, on a free port, without monitoring or inspections. */
export async function startService(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Service> {
  const child = spawn(process.execPath, ['src/main.ts', 'serve', '--json'], {
    env: {
      ...process.env,
      XUNWANG_DATA: dataDir,
      XUNWANG_PORT: '0',
      XUNWANG_MONITORING: '0',
      XUNWANG_SITES_AT_ONCE: '0',
      XUNWANG_REQUESTS_A_MINUTE: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the service ended before it was ready')));
    let at = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      const news = JSON.parse(line) as { kind?: string; address?: string };
      if (news.address) at = news.address;
      if (news.kind === 'ready') resolve(at);
      if (news.kind === 'trouble') process.stderr.write(`${line}\n`);
    });
  });
  return {
    address,
    cpuMs: () => cpuMs(child.pid ?? 0),
    async memoryMb() {
      const { text } = await ask(address, '/metrics', { keep: true });
      const bytes = /^process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? '0';
      return Math.round(Number(bytes) / 1e6);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Signs somebody in as a browser does; gives the headers of the session. */
export async function signIn(address: string, login: string): Promise<Record<string, string>> {
  const body = { login, password: PASSWORD };
  const answered = await ask(address, '/api/v1/sign-in', { method: 'POST', body, keep: true });
  if (answered.status !== 200) throw new Error(`sign-in of ${login}: ${answered.text}`);
  const { csrf } = JSON.parse(answered.text) as { csrf: string };
  const [cookie = ''] = (answered.headers['set-cookie'] as string[] | undefined) ?? [];
  return { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': csrf };
}
