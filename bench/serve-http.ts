import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a request says, as far as the measured work needs it. */
export interface Asked {
  isHead: boolean;
  /** Path with query. */
  target: string;
  /** Of the Host header, with port. */
  host: string;
  takesGzip: boolean;
  cookie: string;
}

/** A whole response, head and body; `reset` ends the connection, `silence` answers never. */
export type Answered = Buffer | 'reset' | 'silence';

let requests = 0;

/** Requests this process was asked so far. */
export function requestsAnswered(): number {
  return requests;
}

/** Longest head of a request that is waited for. Bytes. */
const MAX_HEAD = 65_536;
const HEAD_END = '\r\n\r\n';

/**
 * Answers HTTP/1.1 requests without bodies on a bare socket, so that little of the machine's time
 * goes to the server: keep-alive, pipelining, one write for all answers to one packet.
 */
export async function serveHttp(
  host: string,
  port: number,
  answer: (asked: Asked) => Answered,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ noDelay: true }, (socket) => converse(socket, answer));
  server.listen({ host, port, backlog: 4096 });
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

function converse(socket: Socket, answer: (asked: Asked) => Answered): void {
  let rest = '';
  socket.on('error', () => socket.destroy());
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    rest += text;
    socket.cork();
    for (let end = rest.indexOf(HEAD_END); end >= 0; end = rest.indexOf(HEAD_END)) {
      const head = rest.slice(0, end);
      rest = rest.slice(end + HEAD_END.length);
      requests += 1;
      const asked = parse(head);
      const answered = answer(asked);
      if (answered === 'silence') continue;
      if (answered === 'reset') {
        socket.resetAndDestroy();
        return;
      }
      socket.write(asked.isHead ? headOf(answered) : answered);
      if (/\r\nconnection: *close/i.test(head) || head.includes(' HTTP/1.0\r\n')) socket.end();
    }
    socket.uncork();
    if (rest.length > MAX_HEAD) socket.destroy();
  });
}

function parse(head: string): Asked {
  const lineEnd = head.indexOf('\r\n');
  const [method, target = '/'] = head.slice(0, lineEnd < 0 ? undefined : lineEnd).split(' ');
  return {
    isHead: method === 'HEAD',
    target,
    host: /\r\nhost: *([^\r]*)/i.exec(head)?.[1] ?? '',
    takesGzip: /\r\naccept-encoding:[^\r]*gzip/i.test(head),
    cookie: /\r\ncookie: *([^\r]*)/i.exec(head)?.[1] ?? '',
  };
}

function headOf(response: Buffer): Buffer {
  return response.subarray(0, response.indexOf(HEAD_END) + HEAD_END.length);
}

/** A response as it goes over the wire. */
export function wire(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | Buffer,
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const words = status === 200 ? 'OK' : 'Answer';
  const head = `HTTP/1.1 ${status} ${words}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
