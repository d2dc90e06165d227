import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#base/civil-date.ts';
import { fromBase32, totpCode } from '#domain/totp.ts';

/** What the service answered. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Somebody at a browser: signs in, asks, and is refused in words. */
export class OfficePerson {
  readonly #origin: string;
  #cookie = '';
  #csrf = '';

  /** By whose clock codes of the second factor are made: the service's. */
  readonly #now: () => Instant;

  constructor(origin: string, now: () => Instant = () => new Date().toISOString()) {
    this.#origin = origin;
    this.#now = now;
  }

  /** The token of the session, as the cookie holds it. */
  get session(): string {
    return this.#cookie.split('=')[1] ?? '';
  }

  async signIn(login: string, password: string): Promise<this> {
    const response = await fetch(`${this.#origin}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    const body = (await response.json()) as { csrf: string; detail?: string };
    if (!response.ok) throw new Error(`${login}: ${body.detail}`);
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    this.#csrf = body.csrf;
    return this;
  }

  /** Sets up an authenticator and shows its first code. */
  async confirmBySecondFactor(): Promise<void> {
    const { body } = await this.ask('POST', '/me/second-factor');
    const secret = fromBase32(String(body['secret']));
    const code = totpCode(secret, Math.floor(Date.parse(this.#now()) / 30_000));
    await this.ask('POST', '/second-factor', { code });
  }

  /** An answer of whatever status. */
  async send(
    method: string,
    path: string,
    body?: object | Uint8Array<ArrayBuffer>,
    key?: string,
  ): Promise<Answer> {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${this.#origin}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        'x-csrf-token': this.#csrf,
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
      },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const { status } = response;
    return { status, body: isJson && text !== '' ? JSON.parse(text) : { text } };
  }

  /** An answer that is no refusal. */
  async ask(
    method: string,
    path: string,
    body?: object | Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }

  /**
   * An answer of a service that dies and comes back: the same request under the same key, until
   * it is answered. `unanswered` hears of every answer that is none.
   */
  async surely(
    method: string,
    path: string,
    body?: object | Uint8Array<ArrayBuffer>,
    unanswered: (why: string) => void = () => undefined,
  ): Promise<Answer> {
    const key = randomUUID();
    for (;;) {
      try {
        const answer = await this.send(method, path, body, key);
        const isFinal = answer.status < 500 && answer.body['code'] !== 'key-running';
        if (isFinal) return answer;
        unanswered(`${answer.status} ${String(answer.body['code'])}`);
      } catch {
        unanswered('nobody there');
      }
      await sleep(100);
    }
  }

  /** The refusal that an act meets. */
  async refused(method: string, path: string, body?: object): Promise<string> {
    const answer = await this.send(method, path, body);
    if (answer.status < 400) throw new Error(`${method} ${path} was not refused`);
    return String(answer.body['code']);
  }

  /** Every item of a list. */
  async all(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let after = '';
    for (;;) {
      const mark = path.includes('?') ? '&' : '?';
      const { body } = await this.ask('GET', `${path}${mark}limit=200${after}`);
      items.push(...(body['items'] as Record<string, unknown>[]));
      if (body['next'] === null) return items;
      after = `&after=${String(body['next'])}`;
    }
  }
}
