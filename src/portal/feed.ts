import { html, raw } from 'hono/html';
import type { Instant } from '#base/civil-date.ts';
import type { Html } from './layout.ts';
import { fullLink, type View } from './view.ts';

/** One entry of a feed; its page stays where it is. */
export interface FeedEntry {
  /** Address within the portal. */
  path: string;
  title: string;
  at: Instant;
  text: string;
}

/** An Atom feed (RFC 4287), newest entry first. */
export function atomFeed(
  view: View,
  { title, path, entries }: { title: string; path: string; entries: readonly FeedEntry[] },
): Html {
  const updated = entries[0]?.at ?? '1970-01-01T00:00:00.000Z';
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<id>${fullLink(view, path)}</id>
<title>${title}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${fullLink(view, path)}"/>
<author><name>${view.name}</name></author>
${entries.map(
  (entry) => html`<entry>
<id>${fullLink(view, entry.path)}</id>
<title>${entry.title}</title>
<updated>${entry.at}</updated>
<link href="${fullLink(view, entry.path)}"/>
<summary>${entry.text}</summary>
</entry>`,
)}
</feed>
`;
}
