import { present } from '#base/assert.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import type { Actor } from '#domain/person.ts';
import type { Desk } from '#office/desk.ts';
import type { Bench } from '#office/measure-site.ts';
import type { Office } from '#office/open-office.ts';
import { serveInThread } from '#city/serve-in-thread.ts';
import type { FaultBrief } from '#city/site-brief.ts';
import type { Agenda } from './agenda.ts';
import type { DemoClock } from './demo-clock.ts';

/** A person of the demo, as acts know one. */
export type DemoPerson = Actor & { kind: 'person' };

/** Who sits in the office: one of each role, and a second inspector. */
export type OfficeLogin = 'admin' | 'inspector' | 'inspector2' | 'reviewer' | 'leader' | 'auditor';

/** The city as it is to be at some time. */
export interface CityState {
  asOf: CivilDate;
  /** By unit as the city calls it; who is not named is in order. */
  faults: Readonly<Record<string, FaultBrief[]>>;
}

/** What the chapters of the year are played on. */
export interface Stage {
  clock: DemoClock;
  /** What goes on beside the chapters. */
  agenda: Agenda;
  office: Office;
  signal: AbortSignal;
  /** Sites of the city, as its plan orders them. */
  sites: readonly Site[];
  city: StageCity;
  bench: Omit<Bench, 'wait'>;
  /** Of everybody. */
  password: string;
  /** Grows while the founding chapter plays. */
  cast: Cast;
}

/** Who and what the founding chapter has made. */
export interface Cast {
  regionId: number;
  /** By login. */
  people: Map<OfficeLogin, DemoPerson>;
  /** By the unit's first name, as the city's plan has it. */
  units: Map<string, { id: number; siteId: number; editor: DemoPerson }>;
  /** Units that citizens write to and that have no site in the city, by name. */
  others: Map<string, { id: number; editor: DemoPerson }>;
}

const LOOPBACK = '127.0.0.0/8';

/** The desk of somebody of the office; the second factor of who has one is fresh in the history. */
export function deskOf({ office, clock, cast }: Stage, who: OfficeLogin): Desk {
  const person = present(cast.people.get(who), who);
  const actor = { ...person, secondFactorAt: clock.now() };
  return { ...office.desk(who), actor, now: clock.now, allowNet: [LOOPBACK] };
}

/** The desk of the person who answers for a unit. */
export function unitDesk({ office, clock, cast }: Stage, unit: string): Desk {
  const { editor: actor } = present(cast.units.get(unit) ?? cast.others.get(unit), unit);
  return { ...office.desk('unit'), actor, now: clock.now };
}

/** The simulated city, of which one state at a time is served, always at the same addresses. */
export class StageCity {
  #port: number;
  #close: (() => Promise<void>) | null = null;
  #now: { state: string; sites: readonly Site[] } | null = null;

  /** With port 0 the first state takes a free one, and all others the same. */
  constructor(port: number) {
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  /** Serves the city, thin, in a state of the history; nothing happens when it is in that state. */
  async turn({ asOf, faults }: CityState): Promise<readonly Site[]> {
    return await this.#serve({ asOf, faults, isThin: true });
  }

  /** Serves the city as its plan has it, in full. */
  async turnToPlan(): Promise<readonly Site[]> {
    return await this.#serve({});
  }

  async close(): Promise<void> {
    await this.#close?.();
    this.#close = null;
    this.#now = null;
  }

  readonly #refused = (error: unknown): never => {
    // What comes from another thread has lost its code.
    if (!/EADDRINUSE|EACCES/.test(String(error))) throw error;
    throw new Refusal('demo-city-port', { port: this.#port });
  };

  async #serve(state: Partial<CityState> & { isThin?: boolean }): Promise<readonly Site[]> {
    const name = JSON.stringify(state);
    if (this.#now?.state === name) return this.#now.sites;
    await this.close();
    const { sites, close } = await serveInThread({
      plan: 'xianning-2019q2',
      reader: 'browser',
      port: this.#port,
      ...state,
    }).catch(this.#refused);
    this.#close = close;
    this.#now = { state: name, sites };
    this.#port = Number(new URL(sites[0]?.homepage ?? '').port);
    return sites;
  }
}
