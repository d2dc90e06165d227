import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';

/** How fresh a channel was when it was last looked at. */
export interface ChannelFreshness {
  url: Url;
  /** Day of its newest entry; null when none is known. */
  newestOn: CivilDate | null;
  title: string | null;
  /** Why no day is known; null when one is. */
  why: 'blank' | 'undated' | 'unread' | null;
}
