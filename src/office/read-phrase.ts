import type { CivilDate } from '#base/civil-date.ts';
import { type NamedDay, readDates } from '#read/read-dates.ts';

/** The days a Chinese phrase names when it is said on `reference`; see `readDates`. */
export function readPhrase(phrase: string, reference: CivilDate): NamedDay[] {
  return readDates(phrase, reference);
}
