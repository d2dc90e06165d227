import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const CLIENTS = fileURLToPath(new URL('call_clients.py', import.meta.url));
/** A page of a site of the sample office. */
const PAGE = 'http://minzheng.example.gov.cn/zwgk/1.html';

/**
 * `npm run check:open311 -- --python PYTHON`: public clients of Open311 (PyPI: `three`,
 * `georeport`) report and follow a fault at the sample office, or at a service that runs
 * (`--address`, with `--page` an address of its register). Exit code 0: each of them understood all.
 */
async function checkOpen311(): Promise<number> {
  const { values } = parseArgs({
    options: {
      python: { type: 'string', default: 'python3' },
      address: { type: 'string' },
      page: { type: 'string', default: PAGE },
    },
  });
  if (values.address !== undefined) return await call(values.python, values.address, values.page);
  const server = spawn(process.execPath, ['test/doors/roles/serve-sample.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const broken: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the sample office did not open')));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const { address: at, broke } = JSON.parse(line) as { address?: string; broke?: string };
      if (broke !== undefined) broken.push(broke);
      else if (at !== undefined) resolve(at);
    });
  });
  const code = await call(values.python, address, values.page);
  server.stdin.end();
  await once(server, 'exit');
  for (const line of broken) console.error(line);
  return code === 0 && broken.length === 0 ? 0 : 1;
}

async function call(python: string, address: string, page: string): Promise<number> {
  const clients = spawn(python, [CLIENTS, address, page], { stdio: 'inherit' });
  const [code] = (await once(clients, 'exit')) as [number | null];
  return code ?? 1;
}

process.exitCode = await checkOpen311();
