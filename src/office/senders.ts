import type { CivilDate } from '#base/civil-date.ts';

/** A mail as it is handed to a server. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for every attempt, so that whoever gets it twice can tell. */
  messageId: string;
}

/** A request to a webhook. */
export interface WebhookPost {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** How handing something over ended. `isFinal`: trying again would not help. */
export type Handed = { kind: 'sent' } | { kind: 'failed'; why: string; isFinal: boolean };

/** The ways out for messages, and what decides when they go. */
export interface Senders {
  /** Null where no mail server is configured: mails wait until one is. */
  mail: ((mail: Mail) => Promise<Handed>) | null;
  webhook(post: WebhookPost): Promise<Handed>;
  isWorkingDay(day: CivilDate): boolean;
  /** Address of the service, without a last slash: links begin with it. */
  origin: string;
  /** Address of the public's pages, without a last slash; null: there are none, and no links. */
  portal: string | null;
}
