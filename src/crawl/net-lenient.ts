import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Guard } from './guard.ts';
import type { Send, Sending } from './net-answer.ts';
import { forbiddenLiteral, LENIENT_TLS } from './net-connect.ts';
import { Receiver } from './net-receiver.ts';

/** As much as the most patient browser takes. */
const MAX_HEADER_BYTES = 256 * 1024;

/**
 * Sends by `node:http` with its forgiving parser, one connection a request: the second try for
 * servers that browsers understand and the strict parser does not (bare line feeds, wrong
 * lengths, huge headers).
 */
export function sendLeniently(guard: Guard, lookup: LookupFunction, isLenientTls: boolean): Send {
  return (sending) => {
    const receiver = new Receiver(sending);
    const { hostname } = new URL(sending.url);
    const refused = forbiddenLiteral(guard, hostname);
    if (refused) receiver.onError(refused);
    if (receiver.isOver) return receiver.sent;
    try {
      start(sending, receiver, lookup, isLenientTls);
    } catch (error) {
      receiver.onError(error);
    }
    return receiver.sent;
  };
}

function start(
  sending: Sending,
  receiver: Receiver,
  lookup: LookupFunction,
  isLenientTls: boolean,
): void {
  const url = new URL(sending.url);
  const options: https.RequestOptions = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || undefined,
    path: url.pathname + url.search,
    method: 'GET',
    headers: ['host', url.host, ...sending.headers, 'connection', 'close'],
    agent: false,
    lookup,
    insecureHTTPParser: true,
    maxHeaderSize: MAX_HEADER_BYTES,
    ...(isLenientTls ? LENIENT_TLS : {}),
  };
  const request = url.protocol === 'https:' ? https.request(options) : http.request(options);
  receiver.onDrop((reason) => request.destroy(reason));
  request.on('error', (error) => receiver.onError(error));
  request.on('response', (response) => {
    receiver.onHead(response.statusCode ?? 0, response.statusMessage ?? '', response.rawHeaders);
    response.on('data', (chunk: Buffer) => receiver.onData(chunk));
    response.on('end', () => receiver.onEnd());
    response.on('error', (error) => receiver.onError(error));
  });
  request.end();
}
