import type { Context } from 'hono';
import { sha256 } from '#base/hash.ts';
import type { Desk } from '#office/desk.ts';
import { type Answered, doOnce, hashRequest } from '#office/do-once.ts';
import { matchVersion } from '#office/match-version.ts';
import { type JointDesk, together } from '#office/together.ts';
import { fitsOf, thingOf } from './require-match.ts';
import type { Given, Route } from './route.ts';

/** A request that changes something. */
export interface Request {
  context: Context;
  row: Route;
  desk: Desk;
  asked: Given;
  /** The route that reads what this one changes. */
  reader: Route | null;
}

/** Calls the handler of a route. */
export async function answerOf(row: Route, desk: Desk, asked: Given): Promise<Answered> {
  const response = await row.handle(desk, asked);
  return { status: row.status ?? (row.answer ? 200 : 204), response };
}

/**
 * Does what a request asks for. With `If-Match` or `Idempotency-Key` the check, the act and what
 * is kept of it are one transaction: nobody comes between, and nothing of it stands alone.
 */
export async function act(request: Request): Promise<Answered> {
  const { context, row, desk, asked } = request;
  const key = context.req.header('idempotency-key');
  const wanted = context.req.header('if-match');
  if (key === undefined && wanted === undefined) return await answerOf(row, desk, asked);
  const matched = wanted === undefined ? null : await thingOf(request);
  const fits = fitsOf(wanted ?? '*');
  const once = async (joint: JointDesk) => {
    const work = () => answerOf(row, joint, asked);
    return matched === null ? await work() : await matchVersion(joint, matched, fits, work);
  };
  if (key === undefined) return await together(desk, once);
  const named = await keyOf(request, key);
  return await together(desk, (joint) => doOnce(joint, named, () => once(joint)));
}

async function keyOf({ context, row, desk, asked: { upload, ...rest } }: Request, key: string) {
  const file = upload === undefined ? null : sha256(upload);
  const request = { method: row.method, path: context.req.path, file, ...rest };
  const { secret = null } = row;
  return { key, secret, requestHash: await hashRequest(desk, { key, request, secret }) };
}
