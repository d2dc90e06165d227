import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Served, ServerUse } from './serve-main.ts';

/** Something to crawl, and how it is served. */
export interface Work {
  name: string;
  words: string;
  order: Order;
  /** A fetch that is not answered for so long has failed. */
  timeoutSeconds: number;
  /** Only Xunwang is measured: the others would be asked for hours. */
  isAlone: boolean;
}

const works: Readonly<Record<string, readonly Work[]>> = {
  a: [
    {
      name: 'a',
      words: 'one site of 5,000 pages',
      order: { kind: 'sites', pages: 5000, hosts: 1 },
      timeoutSeconds: 15,
      isAlone: false,
    },
  ],
  b: [
    {
      name: 'b',
      words: '35 sites of the simulated city at once',
      order: { kind: 'city', pages: 20_000, hosts: 0 },
      timeoutSeconds: 2,
      isAlone: false,
    },
  ],
  c: [
    {
      name: 'c',
      words: '14,000 hosts of 6 pages each',
      order: { kind: 'sites', pages: 6, hosts: 14_000 },
      timeoutSeconds: 15,
      isAlone: true,
    },
  ],
  d: [10_000, 30_000, 100_000, 300_000, 1_000_000].map((pages) => ({
    name: `d ${pages}`,
    words: `one site of ${pages.toLocaleString('en')} pages`,
    order: { kind: 'sites', pages, hosts: 1 },
    timeoutSeconds: 15,
    isAlone: true,
  })),
};

export const workNames = Object.keys(works);

/** The works of a name, those of at most so many pages. */
export function worksOf(name: string, mostPages: number): readonly Work[] {
  return (works[name] ?? []).filter(({ order }) => order.pages <= mostPages);
}

/** A server at work in a process of its own. */
export interface WorkServer {
  served: Served;
  use(): Promise<ServerUse>;
  close(): void;
}

/** Starts the server of a work. */
export async function startServer(order: Order): Promise<WorkServer> {
  const child = fork(join(import.meta.dirname, 'serve-main.ts'), [JSON.stringify(order)]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server ended')));
  ended.catch(() => undefined);
  const [served] = (await Promise.race([once(child, 'message'), ended])) as [Served];
  return {
    served,
    async use() {
      child.send('use');
      const [use] = (await once(child, 'message')) as [ServerUse];
      return use;
    },
    close: () => child.disconnect(),
  };
}
