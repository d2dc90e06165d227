import type { Instant } from '#base/civil-date.ts';
import type { Bilingual } from '#domain/rubric.ts';
import type { Settings } from '#domain/settings.ts';
import type { CampaignNews } from '#demo/watch-campaign.ts';
import type { DatabaseNews } from '#office/open-office.ts';

/** What a process of the service tells while it starts, works and stops. */
export type ProcessNews =
  | DatabaseNews
  | { kind: 'migrated'; names: string[] }
  | { kind: 'first-admin'; login: string; password: string | null }
  | { kind: 'web'; address: string }
  | { kind: 'worker'; sitesAtOnce: number }
  | { kind: 'ready' }
  | { kind: 'draining' }
  | { kind: 'stopped' }
  | { kind: 'job'; job: string; result: string; key: string; tookMs: number }
  | { kind: 'request'; id: string; method: string; route: string; status: number; tookMs: number }
  | { kind: 'refused'; where: string; code: string }
  | { kind: 'trouble'; where: string; error: unknown };

/** What the demo tells beside that. */
export type DemoNews =
  | { kind: 'demo-broken-off' }
  | { kind: 'demo-chapter'; title: Bilingual; done: number; of: number; tookMs: number }
  | { kind: 'demo-open'; now: Instant }
  | { kind: 'demo-campaign'; campaign: CampaignNews }
  | { kind: 'demo-ready'; campaign: CampaignNews };

/** What a process of the service is started with. */
export interface ProcessOrder {
  settings: Settings;
  /** Whether any free port will do where the one of the settings is taken; usually not. */
  isPortLoose?: boolean;
  /** Given when it is to stop: it drains first. */
  signal: AbortSignal;
  tell(news: ProcessNews): void;
}

/** The same for the demo. */
export interface DemoOrder extends Omit<ProcessOrder, 'tell'> {
  tell(news: ProcessNews | DemoNews): void;
}

/** The long-running processes; the main program wires them, since they join all doors. */
export interface Processes {
  /** Web, worker and database in one. Returns when it has stopped. */
  serve(order: ProcessOrder): Promise<void>;
  /** The service with the simulated city and a year of history. */
  demo(order: DemoOrder): Promise<void>;
  /** A worker alone. */
  work(order: ProcessOrder): Promise<void>;
}
