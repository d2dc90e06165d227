import type { CivilDate } from '#base/civil-date.ts';
import type { ChannelKind } from '#domain/channel.ts';

/** 历史沿革, 历史文化 tell of a place's past; they are no archives. */
const PAST = /往年|往期|历年|归档|存档|已结束|历史(?!文化|沿革|名|人|遗|悠久|街|建筑)/;
const SPECIAL = /专题|专栏/;
const YEAR_ONLY = /^((?:19|20)\d\d)年?度?$/;
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/**
 * Whether a channel is a closed one (历史专题) or hangs under one: by a name on its path that
 * speaks of the past, a bare past year, or a past year in the name of a special topic.
 */
export function isHistorical(path: readonly string[], kind: ChannelKind, asOf: CivilDate): boolean {
  const thisYear = asOf.slice(0, 4);
  const isSpecial = kind === 'special' || path.some((name) => SPECIAL.test(name));
  return path.some((name) => {
    if (PAST.test(name)) return true;
    const years = isSpecial ? name.match(YEARS) : YEAR_ONLY.exec(name)?.slice(1);
    return years?.every((year) => year < thisYear) ?? false;
  });
}
