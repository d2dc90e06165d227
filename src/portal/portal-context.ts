import type { Context, MiddlewareHandler } from 'hono';
import type { Instant } from '#base/civil-date.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import type { View } from './view.ts';

/** What the portal is made of: handed in by whoever wires the service. */
export interface PortalContext {
  db: Desk['db'];
  now(): Instant;
  /** Where the public acts; its `publicSide` has the key that the words of forms are made with. */
  desk: Desk;
  /** Reports and questions of one address in an hour; a quarter of it where no script runs. */
  submissionsAnHour: number;
  /** `/public`, or nothing when the portal has a host of its own. */
  base: string;
  /** Where browsers reach it from outside, without a slash at the end. */
  origin: string;
  /** What the office calls it; the pages have it in their head. */
  name: string;
  /** Whether browsers come by https. */
  isSecure: boolean;
  /** Whose request it is: an address, or the network of one. Empty when nothing tells. */
  addressOf(context: Context): string;
  /** Makes a limit: refuses `request-too-often` above so many calls of one caller in a window. */
  limiter(most: number, windowMs: number): (caller: string) => void;
  /** Goes before every page: counts requests and writes them down. */
  observe?: MiddlewareHandler;
  /** Told of what was refused, by its code and nothing else. */
  refused?(refusal: Refusal): void;
  /** Told of what broke on our side. */
  tell(error: unknown): void;
}

/** What a page's maker knows. */
export interface Call {
  portal: PortalContext;
  view: View;
  http: Context;
}

/** One page, form or file of the portal; shown in both languages unless it has none. */
export interface PortalRoute {
  method: 'get' | 'post';
  /** Within the portal: `/rounds/:round`. */
  path: string;
  /** A file for machines or a picture: one address, no language. */
  isPlain?: true;
  /** Of what is sent; 64 KiB when left out. */
  maxBytes?: number;
  answer(call: Call): Response | Promise<Response>;
}
