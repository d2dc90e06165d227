import type { Response } from './render-answer.ts';

/** Keeps the responses used last, up to `maxBytes` of bodies. */
export class ResponseCache {
  readonly #maxBytes: number;
  readonly #kept = new Map<string, Response>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Response | undefined {
    const response = this.#kept.get(key);
    if (response) {
      this.#kept.delete(key);
      this.#kept.set(key, response);
    }
    return response;
  }

  set(key: string, response: Response): void {
    this.#kept.set(key, response);
    this.#bytes += response.body.byteLength;
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= body.byteLength;
    }
  }
}
