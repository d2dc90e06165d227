import { shortHash } from '#base/hash.ts';
import { chinaTime } from '#base/civil-date.ts';
import type { WaitingMail } from '#store/deliveries.ts';
import { noticeWords } from './notice-words.ts';
import type { Mail } from './senders.ts';

/** One mail of all notices that wait for a person: a digest where they are several. */
export function composeMail(
  to: string,
  notices: readonly Pick<WaitingMail, 'id' | 'kind' | 'site' | 'args' | 'link' | 'createdAt'>[],
  origin: string,
): Mail {
  const told = notices.map(({ kind, args, site, link, createdAt }) => {
    const { zh, en } = noticeWords(kind, args, site);
    return { zh, en, link: `${origin}${link}`, at: chinaTime(createdAt).slice(0, 16) };
  });
  const [first] = told;
  const subject =
    told.length === 1 && first ? `【巡网】${first.zh.title}` : `【巡网】${told.length}条提醒`;
  const parts = told.map(({ zh, en, link, at }, order) =>
    [
      `${told.length > 1 ? `${order + 1}. ` : ''}${zh.title}`,
      zh.text,
      `${en.title}. ${en.text}`,
      `${at}  ${link}`,
    ].join('\n'),
  );
  const ids = notices.map(({ id }) => id).join(',');
  return {
    to,
    subject: subject.replace(/[\r\n]+/g, ' '),
    text: `${parts.join('\n\n')}\n`,
    messageId: `<notices-${shortHash(ids, 20)}@${new URL(origin).hostname}>`,
  };
}
