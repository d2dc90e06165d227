import type { FailureReason } from '#domain/visit.ts';

/** Why a connection or an answer failed, before it becomes an `Outcome`. */
export interface Failure {
  why: FailureReason;
  detail: string;
}

/** An error of ours on the way of a fetch, with the reason it stands for. */
export class FetchError extends Error {
  override name = 'FetchError';
  readonly why: FailureReason;

  constructor(why: FailureReason, message: string) {
    super(message);
    this.why = why;
  }
}

const REASONS: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
};

const TLS_CODE =
  /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/;
const TLS_NAMES = new Set([
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
]);

/**
 * The reason an error stands for. What we do not know for sure to be the site's doing is `ours`:
 * descriptors and ports used up, a name server of ours that does not answer (`EAI_AGAIN`), our
 * own abort.
 */
export function failureOf(error: unknown): Failure {
  const cause = soundest(error);
  if (cause instanceof FetchError) return { why: cause.why, detail: cause.message };
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : '';
  return { why: reasonOf(code), detail: /[^_]$/.test(code) ? code : message };
}

/** Whether an error says that the server does not speak HTTP by the book. */
export function isParserError(error: unknown): boolean {
  return reasonOf(codeOf(error)) === 'protocol';
}

function reasonOf(code: string): FailureReason {
  if (code.startsWith('HPE_')) return 'protocol';
  if (TLS_CODE.test(code) || TLS_NAMES.has(code)) return 'tls';
  return REASONS[code] ?? 'ours';
}

/** Where several addresses of a host failed: the failure that says most about the site. */
function soundest(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error;
  const rank = (one: unknown) => {
    const why = reasonOf(codeOf(one));
    return why === 'ours' ? 2 : why === 'unreachable' ? 1 : 0;
  };
  const ranked = [...error.errors].sort((a, b) => rank(a) - rank(b));
  return ranked[0] ?? error;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // undici's word for an answer that it does not expect: 100 to a request that did not ask for it.
  if (error.message === 'bad response') return 'HPE_';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici's parser errors carry llhttp's code only now and then.
  return error.name === 'HTTPParserError' ? 'HPE_' : '';
}
