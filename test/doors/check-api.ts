import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

/** Acts by which the one who tries everything would lock itself out. */
const SPARED = [
  'postSignOut',
  'putMePassword',
  'deleteMeTokensToken',
  'postPeoplePersonReset',
  'putPeoplePersonDisabled',
  'deletePeoplePersonPostsPost',
];
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

interface Sample {
  address: string;
  cookie: string;
  csrf: string;
}

/**
 * `npm run check:api`: schemathesis (PyPI) tries the running API by its own description, as somebody
 * who holds every role. Exit code 0: nothing broke, and every answer is as described.
 */
async function checkApi(): Promise<number> {
  const { values } = parseArgs({
    options: {
      schemathesis: { type: 'string', default: 'schemathesis' },
      examples: { type: 'string', default: '40' },
      seed: { type: 'string', default: '7' },
    },
  });
  const server = spawn(process.execPath, ['test/doors/roles/serve-sample.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const broken: string[] = [];
  const sample = await readSample(server, broken);
  const { address, cookie, csrf } = sample;
  const headers = [`Cookie: ${cookie}`, `X-CSRF-Token: ${csrf}`];
  const scan = spawn(
    values.schemathesis,
    [
      'run',
      `${address}api/openapi.json`,
      ...headers.flatMap((header) => ['-H', header]),
      '--checks',
      CHECKS.join(','),
      '--no-color',
      '--phases=examples,coverage,fuzzing',
      `--max-examples=${values.examples}`,
      `--seed=${values.seed}`,
      ...SPARED.flatMap((one) => ['--exclude-operation-id', one]),
    ],
    { stdio: 'inherit' },
  );
  const [code] = (await once(scan, 'exit')) as [number | null];
  server.stdin?.end();
  await once(server, 'exit');
  for (const line of broken) console.error(line);
  return code === 0 && broken.length === 0 ? 0 : 1;
}

/** The first line says where it is, every other what broke. */
function readSample(server: ChildProcess, broken: string[]): Promise<Sample> {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the sample office did not open')));
    let isFirst = true;
    createInterface({ input: server.stdout ?? process.stdin }).on('line', (line) => {
      if (!isFirst) broken.push(line);
      else resolve(JSON.parse(line) as Sample);
      isFirst = false;
    });
  });
}

process.exitCode = await checkApi();
