import { createTransport } from 'nodemailer';
import type { Handed, Mail } from './senders.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (465); otherwise by STARTTLS where the server offers it. */
  isSecure: boolean;
  /** Never without TLS. Off only for a server on the same machine. */
  requireTls: boolean;
  user: string | null;
  password: string | null;
  /** Who writes: `巡网 <xunwang@example.gov.cn>`. */
  from: string;
}

const TIMEOUT_MS = 20_000;

/** Hands mails to an SMTP server. A mailbox that is refused for good is not tried again. */
export function openMailSender(settings: SmtpSettings): {
  send(mail: Mail): Promise<Handed>;
  close(): void;
} {
  const { user, password } = settings;
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.isSecure,
    requireTLS: settings.requireTls,
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, messageId }) {
      try {
        await transport.sendMail({
          from: settings.from,
          // As an object, so that no comma in it makes two receivers.
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'auto-submitted': 'auto-generated' },
        });
        return { kind: 'sent' };
      } catch (error) {
        const { message = String(error), responseCode = 0 } = error as Partial<SmtpError>;
        const isFinal = responseCode >= 550 && responseCode <= 553;
        return { kind: 'failed', why: message, isFinal };
      }
    },
    close: () => transport.close(),
  };
}

/** As nodemailer throws it: what went wrong out there, or how the server answered. */
interface SmtpError extends Error {
  responseCode: number;
}
