import type { CivilDate } from '#base/civil-date.ts';
import { openWebhookNet } from '#crawl/post-webhook.ts';
import { openMailSender, type SmtpSettings } from './mail-sender.ts';
import type { Handed, Senders, WebhookPost } from './senders.ts';
import { userAgentOf } from './user-agent.ts';

export interface SenderSettings {
  /** Null: no mail is sent, and none is lost. */
  smtp: SmtpSettings | null;
  /** Private networks that webhooks may go to, as CIDR. */
  allowNet: readonly string[];
  /** Address of the service, for links. */
  origin: string;
  /** Address of the public's pages; null: there are none. */
  portal?: string | null;
  isWorkingDay(day: CivilDate): boolean;
}

/** The ways out for messages, until they are closed. */
export function openSenders(settings: SenderSettings): Senders & { close(): Promise<void> } {
  const mail = settings.smtp === null ? null : openMailSender(settings.smtp);
  const net = openWebhookNet({ allowNet: settings.allowNet, userAgent: userAgentOf(null) });
  return {
    mail: mail && ((one) => mail.send(one)),
    async webhook({ url, headers, body }: WebhookPost): Promise<Handed> {
      const answer = await net.post(url, headers, body);
      if (answer.kind !== 'answered') {
        return { kind: 'failed', why: answer.why, isFinal: answer.kind === 'forbidden' };
      }
      const { status } = answer;
      if (status >= 200 && status < 300) return { kind: 'sent' };
      // Gone is an answer; any other may be mended by whoever runs it.
      return { kind: 'failed', why: `HTTP ${status}`, isFinal: status === 410 };
    },
    isWorkingDay: settings.isWorkingDay,
    origin: settings.origin.replace(/\/+$/, ''),
    portal: settings.portal?.replace(/\/+$/, '') ?? null,
    async close() {
      mail?.close();
      await net.close();
    },
  };
}
