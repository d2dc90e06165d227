import type { Served } from './serve-main.ts';

/** One crawl to be done. */
export interface Job {
  served: Served;
  timeoutSeconds: number;
  /** Empty, for whatever the crawler writes. */
  folder: string;
}

/** What a crawler says that it did. */
export interface Outcome {
  /** Web pages fetched and searched for links. */
  pages: number;
  /** Distinct addresses whose state was found out, pages included where the crawler says so. */
  links: number;
  dead: string[];
}

/** A crawler that can be measured. */
export interface Runner {
  name: string;
  /** Null when it is not installed. */
  version: string | null;
  /** How it is set, for whoever reads the figures. */
  settings: string;
  /** Whether it can do the job at all. */
  fits(job: Job): boolean;
  command(job: Job): string[];
  /** Reads what it left in the job's folder. */
  outcome(job: Job): Outcome;
}
