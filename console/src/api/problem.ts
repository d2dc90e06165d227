/** A refusal of the service, in words of the reader's language (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** Never changes its meaning: `second-factor-needed`, `right-missing`. */
  readonly code: string;
  readonly fields: readonly { field: string; message: string }[];

  constructor(body: {
    status: number;
    code: string;
    detail: string;
    fields?: { field: string; message: string }[];
  }) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.fields = body.fields ?? [];
  }
}

/** Whether asking again could help: our own trouble or a lost line, never a refusal. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof Problem) || error.status >= 500 || error.code === 'offline';
}
