import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A tiny mail server: takes what it is sent, or answers every receiver by `refusal`. */
export async function openSmtp(context: TestContext, refusal: string | null = null) {
  const mails: { to: string[]; data: string }[] = [];
  const server = createServer((socket) => serveSmtp(socket, mails, refusal));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  return { port: (server.address() as AddressInfo).port, mails };
}

function serveSmtp(
  socket: Socket,
  mails: { to: string[]; data: string }[],
  refusal: string | null,
): void {
  let [text, to, data]: [string, string[], string | null] = ['', [], null];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (data !== null) {
      if (line !== '.') data += `${line}\n`;
      else {
        mails.push({ to, data });
        [to, data] = [[], null];
        say('250 kept');
      }
    } else if (/^EHLO/i.test(line)) say('250 here');
    else if (/^RCPT/i.test(line)) {
      if (refusal !== null) return say(refusal);
      to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      say('250 fine');
    } else if (/^DATA/i.test(line)) {
      data = '';
      say('354 go on');
    } else if (/^QUIT/i.test(line)) {
      say('221 bye');
      socket.end();
    } else say('250 fine');
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const lines = (text + chunk.toString('utf8')).split('\r\n');
    text = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 tiny');
}

/** How `openSenders` reaches it. */
export function smtpAt(port: number) {
  return {
    host: '127.0.0.1',
    port,
    isSecure: false,
    requireTls: false,
    user: null,
    password: null,
    from: '巡网 <xunwang@example.gov.cn>',
  };
}

/** The text of a mail as its reader has it, by either encoding. */
export function textOf(data: string): string {
  const [head = '', body = ''] = data.split(/\n\n(.*)/s);
  if (/^content-transfer-encoding: base64/im.test(head)) {
    return Buffer.from(body.replace(/\n/g, ''), 'base64').toString('utf8');
  }
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
