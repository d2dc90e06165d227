import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Guard } from './guard.ts';
import { LenientParser } from './lenient-parser.ts';
import type { Send, Sending } from './net-answer.ts';
import { forbiddenLiteral, LENIENT_TLS } from './net-connect.ts';
import { Receiver } from './net-receiver.ts';

/** How a lenient request is put. */
export interface LenientWay {
  guard: Guard;
  lookup: LookupFunction;
  isLenientTls: boolean;
  /** The version that is asked for; 1.0 knows neither chunks nor kept connections. */
  version: '1.0' | '1.1';
}

/**
 * Sends on a connection of its own and understands whatever a browser would: the second try for
 * servers that the strict parser does not (bare line feeds, wrong lengths, huge headers).
 */
export function sendLeniently(way: LenientWay): Send {
  return (sending) => {
    const receiver = new Receiver(sending);
    const refused = forbiddenLiteral(way.guard, new URL(sending.url).hostname);
    if (refused) receiver.onError(refused);
    if (receiver.isOver) return receiver.sent;
    try {
      start(way, sending, receiver);
    } catch (error) {
      receiver.onError(error);
    }
    return receiver.sent;
  };
}

function start(way: LenientWay, sending: Sending, receiver: Receiver): void {
  const socket = open(way, new URL(sending.url));
  const parser = new LenientParser(receiver);
  receiver.onDrop((reason) => socket.destroy(reason));
  socket.on('data', (chunk: Buffer) => parser.feed(chunk));
  socket.on('end', () => parser.end());
  socket.on('error', (error) => receiver.onError(error));
  socket.write(requestBytes(way, sending));
  void receiver.sent.then(() => socket.destroy());
}

function open({ lookup, isLenientTls }: LenientWay, url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  const port = Number(url.port) || (isSecure ? 443 : 80);
  const to = { host, port, lookup, autoSelectFamily: true };
  if (!isSecure) return connect(to);
  const servername = isIP(host) === 0 ? host : '';
  return connectTls({ ...to, servername, ...(isLenientTls ? LENIENT_TLS : {}) });
}

function requestBytes({ version }: LenientWay, { url, headers }: Sending): Buffer {
  const { pathname, search, host } = new URL(url);
  const lines = [`GET ${pathname}${search} HTTP/${version}`, `host: ${host}`];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`, 'latin1');
}
