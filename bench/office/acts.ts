import { performance } from 'node:perf_hooks';
import { ask } from './ask.ts';

type Headers = Record<string, string>;

/** Opens and starts a campaign of all sites, and scores the last round anew; milliseconds. */
export async function measureActs(
  address: string,
  headers: Headers,
  last: number,
): Promise<Record<string, number>> {
  const opened = await timed(async () => {
    const body = { regionId: 1, name: '试验抽查', period: '2025年第一季度', asOf: '2025-02-15' };
    const { id } = (await send(address, headers, '/campaigns', body)) as { id: number };
    await send(address, headers, `/campaigns/${id}/start`);
    return id;
  });
  const reason = { reason: '试验' };
  const cancelled = await timed(() =>
    send(address, headers, `/campaigns/${opened.value}/cancellation`, reason),
  );
  const rubric = { ...reason, rubric: 'cn-census-2015' };
  const rescored = await timed(() =>
    send(address, headers, `/campaigns/${last}/rescoring`, rubric),
  );
  process.stderr.write(`${JSON.stringify(rescored.value)}\n`);
  return {
    'open and start a campaign of all sites': opened.ms,
    'cancel it': cancelled.ms,
    'score all sites of a round anew': rescored.ms,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: Math.round(performance.now() - started), value };
}

async function send(address: string, headers: Headers, path: string, body?: unknown) {
  const answered = await ask(address, `/api/v1${path}`, {
    method: 'POST',
    headers,
    keep: true,
    ...(body !== undefined && { body }),
  });
  if (answered.status >= 300) throw new Error(`${path}: ${answered.status} ${answered.text}`);
  return answered.text === '' ? null : (JSON.parse(answered.text) as unknown);
}
