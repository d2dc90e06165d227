import { chinaTime, type Instant } from '#base/civil-date.ts';
import type { MailAbout } from '#domain/public-matter.ts';
import type { WaitingMatterMail } from '#store/matter-mails.ts';
import type { Mail } from './senders.ts';
import { matterName } from './tell-of-matter.ts';

// Mail is read by many on its way: it names a matter by its number, never by what was written.

interface Told {
  zh: { title: string; text: string };
  en: { title: string; text: string };
}

const told: Readonly<Record<MailAbout, (matter: string, due: string) => Told>> = {
  received: (matter, due) => ({
    zh: {
      title: `${matter}已收到`,
      text: `您提交的${matter}已收到，应于${due}前答复。查询码只在提交时显示一次，请妥善保存。`,
    },
    en: {
      title: 'Received',
      text: `What you sent (${matter}) has come in and is due by ${due}. Keep the receipt that was shown to you: it is in no mail.`,
    },
  }),
  asked: (matter) => ({
    zh: { title: `${matter}：请补充材料`, text: `承办单位请您补充说明，补充前办理期限暂停计算。` },
    en: {
      title: 'The unit asks you something',
      text: `The unit that handles ${matter} needs an answer of yours; its clock stands until then.`,
    },
  }),
  answered: (matter) => ({
    zh: {
      title: `${matter}已办结`,
      text: `您提交的${matter}已办结。您可以查看结果、作出评价；不满意的，十日内可以要求重新办理一次。`,
    },
    en: {
      title: 'Answered',
      text: `${matter} is done. You may read the result, rate it, and have it handled again once within ten days.`,
    },
  }),
};

/** A mail to who wrote a matter, with a link that opens it for some days. */
export function composeToWriter(
  to: string,
  { id, thing, thingId, about, dueAt }: WaitingMatterMail,
  { link, until }: { link: string; until: Instant },
): Mail {
  const minute = (at: Instant) => chinaTime(at).slice(0, 16);
  const { zh, en } = told[about](matterName(thing, thingId), minute(dueAt));
  const text = [
    zh.text,
    `${link}`,
    `此链接有效期至${minute(until)}，请勿转发。本邮件由系统自动发出。`,
    '',
    `${en.title}. ${en.text}`,
    `The link above works until ${minute(until)} (Beijing time); do not pass it on.`,
    '',
  ].join('\n');
  const { hostname } = new URL(link);
  return { to, subject: `【巡网】${zh.title}`, text, messageId: `<matter-${id}@${hostname}>` };
}
