import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Call } from '../office/ask.ts';
import { signIn } from '../office/service.ts';
import { type Clerk, clerks, USERS } from './fill.ts';
import type { Question } from './questions.ts';
import { comingFrom, type ReadyForm, readyForms } from './ready-forms.ts';

/** What questions took, as their users waited for them, in ms. */
export interface Times {
  ms: number[];
  failed: number;
  tookMs: number;
}

/** Fifty people at a service, signed in, with what their questions need. */
export class Users {
  readonly #address: string;
  readonly #sessions = new Map<Clerk, Record<string, string>[]>();
  readonly #forms = new Map<string, ReadyForm[]>();
  #receipt = '';
  /** Each asked thing has a number of its own, whatever the run. */
  #order = 0;

  constructor(address: string) {
    this.#address = address;
  }

  async signIn(): Promise<void> {
    for (const { login, of } of clerks) {
      const headers = await signIn(this.#address, login);
      this.#sessions.set(of, [...(this.#sessions.get(of) ?? []), headers]);
    }
    const body = { kind: 'question', title: '回执', text: `回执${Date.now()}`, mayPublish: true };
    const path = '/api/v1/public/inquiries';
    const sent = await ask(this.#address, path, { method: 'POST', body, keep: true });
    this.#receipt = (JSON.parse(sent.text) as { receipt: string }).receipt;
  }

  /** Gets the forms that some questions will send. */
  async prepare(wanted: readonly Question[], count: number): Promise<void> {
    for (const { name, needsForm, path } of wanted) {
      if (needsForm) this.#forms.set(name, await readyForms(this.#address, path(0), count));
    }
  }

  /** One user asks one thing; gives the time until the last byte, or null when it failed. */
  async ask(question: Question, user: number): Promise<number | null> {
    const order = this.#order++;
    const given = question.call?.(order) ?? {};
    const headers = { ...comingFrom(order), ...this.#headersOf(question, user) };
    const call: Call = { ...given, headers };
    if (question.needsForm) {
      const ready = this.#forms.get(question.name)?.pop();
      if (!ready) throw new Error(`${question.name}: no form is left`);
      call.form = { ...given.form, ...ready };
    }
    if (question.needsReceipt) call.form = { receipt: this.#receipt };
    const answered = await ask(this.#address, question.path(order), call);
    const isFine = answered.status === 200 || answered.status === 201;
    if (!isFine)
      process.stderr.write(`${question.name}: ${answered.status} ${answered.text.slice(0, 200)}\n`);
    return isFine ? answered.ms : null;
  }

  #headersOf({ who }: Question, user: number): Record<string, string> {
    if (who === 'public') return {};
    const own = this.#sessions.get(who) ?? [];
    return own[user % own.length] ?? {};
  }

  /** All users ask one thing at once and again as soon as they are answered: nobody rests. */
  async withoutRest(question: Question, rounds: number): Promise<Times> {
    return await this.#all(async (user, note) => {
      for (let round = 0; round < rounds; round++) note(await this.ask(question, user));
    });
  }

  /** All users ask this and that for a while; each rests between `least` and `most` ms. */
  async together(
    wanted: readonly Question[],
    { forMs, least, most }: Record<'forMs' | 'least' | 'most', number>,
  ): Promise<Map<string, Times>> {
    const deck = wanted.flatMap((one) => Array.from({ length: one.share }, () => one));
    const times = new Map<string, Times>();
    const startedMs = performance.now();
    await this.#all(async (user) => {
      // Nobody begins at the same moment as all others.
      if (most > 0) await sleep((most * user) / USERS);
      for (let turn = user * 7; performance.now() - startedMs < forMs; turn += 11) {
        const question = deck[turn % deck.length] as Question;
        const ms = await this.ask(question, user);
        const own = times.get(question.name) ?? { ms: [], failed: 0, tookMs: forMs };
        times.set(question.name, own);
        if (ms === null) own.failed += 1;
        else own.ms.push(ms);
        if (most > 0) await sleep(least + ((most - least) * ((turn * 31) % 101)) / 100);
      }
    });
    return times;
  }

  async #all(
    work: (user: number, note: (ms: number | null) => void) => Promise<void>,
  ): Promise<Times> {
    const times: Times = { ms: [], failed: 0, tookMs: 0 };
    const startedMs = performance.now();
    const note = (ms: number | null) => {
      if (ms === null) times.failed += 1;
      else times.ms.push(ms);
    };
    await Promise.all(Array.from({ length: USERS }, (_, user) => work(user, note)));
    times.tookMs = performance.now() - startedMs;
    return times;
  }
}
