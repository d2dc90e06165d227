import { setTimeout as sleep } from 'node:timers/promises';
import type { CityInThread } from '#city/serve-in-thread.ts';
import type { Chance, KilledOffice } from '../kill-workers.ts';
import { untruthsOf } from '../office-truths.ts';
import { type Actor, keepActing, untruthsOfActs } from './sure-acts.ts';
import { settleOffice, smallCampaign, type WholeService } from './whole-service.ts';

/** Kills of a whole service, and how often each victim was killed. */
export interface KilledService extends KilledOffice {
  victims: Record<'serve' | 'worker' | 'postgres' | 'restart', number>;
  /** Acts that were acknowledged meanwhile. */
  acts: number;
  /** Answers that were none, after which the act was sent again. */
  again: Record<string, number>;
}

const MOST_WAIT_MS = 1500;
/** So many kills of a hundred strike what is only just starting. */
const HASTY = 0.25;

/**
 * Runs campaigns through a whole service while somebody acts through its API, and kills `serve`,
 * a worker or PostgreSQL at random instants, or has PostgreSQL end in order, `times` in all. Everything that was
 * acknowledged must be there once, and each campaign as if nothing had been killed.
 */
export async function killService(
  service: WholeService,
  city: CityInThread,
  times: number,
  chance: Chance,
  tell: (line: string) => void,
): Promise<KilledService> {
  const { admin, inspector, regionId } = await settleOffice(service, city);
  const actor = keepActing(inspector, regionId);
  const victims = { serve: 0, worker: 0, postgres: 0, restart: 0 };
  const untruths: string[] = [];
  let [kills, campaigns] = [0, 0];
  while (kills < times) {
    const order = smallCampaign(regionId, city.truth.asOf);
    const opened = await inspector.surely('POST', '/campaigns', order);
    const id = Number(opened.body['id']);
    const started = await inspector.surely('POST', `/campaigns/${id}/start`);
    if (started.status >= 400) untruths.push(`not started: ${JSON.stringify(started.body)}`);
    campaigns += 1;
    for (;;) {
      await sleep(kills < times ? chance() * MOST_WAIT_MS : 200);
      if (kills < times) {
        const victim = await strike(service, chance);
        victims[victim] += 1;
        kills += 1;
      }
      const now = await inspector.surely('GET', `/campaigns/${id}`);
      if (now.body['state'] !== 'running') break;
    }
    await service.ready();
    const wrong = await untruthsOfCampaign(service, city, id);
    untruths.push(...wrong);
    tell(`campaign ${campaigns}, ${kills} kills: ${wrong.join('; ') || 'all true'}`);
  }
  untruths.push(...(await untruthsAfterwards(service, actor)));
  await admin.surely('GET', '/me');
  const again = Object.fromEntries(actor.again);
  return { kills, campaigns, untruths, victims, acts: actor.done.length, again };
}

async function strike(
  service: WholeService,
  chance: Chance,
): Promise<keyof KilledService['victims']> {
  const draw = chance();
  const [victim, blow] =
    draw < 0.35
      ? (['serve', () => service.killServe()] as const)
      : draw < 0.65
        ? (['worker', () => service.killWorker(0)] as const)
        : draw < 0.85
          ? (['postgres', async () => void service.endPostgres('SIGKILL')] as const)
          : (['restart', async () => void service.endPostgres('SIGINT')] as const);
  await blow();
  if (chance() > HASTY) await service.ready();
  return victim;
}

async function untruthsOfCampaign(
  service: WholeService,
  { truth }: CityInThread,
  id: number,
): Promise<string[]> {
  const { evidenceDir } = service;
  return await service.ask((db) => untruthsOf({ db, evidenceDir }, truth, id));
}

async function untruthsAfterwards(service: WholeService, actor: Actor): Promise<string[]> {
  await service.ready();
  await actor.stop();
  return await untruthsOfActs(service, actor);
}
