import { addDays, chinaDate, type CivilDate, type Instant } from '#base/civil-date.ts';
import type { Urgency } from './notice.ts';

// Ours (office, section 7): changed in one place.
const QUIET_FROM_HOUR = 20;
const QUIET_TO_HOUR = 8;
const DIGEST_HOUR = 9;
/** No holiday is as long: a calendar that says so is wrong, and mail goes out all the same. */
const LONGEST_WAIT_DAYS = 30;
const HOUR_MS = 3_600_000;
const CHINA_OFFSET_MS = 8 * HOUR_MS;

/** When mail about something of `at` may go out, at the earliest. */
export function deliverAt(
  urgency: Urgency,
  at: Instant,
  isWorkingDay: (day: CivilDate) => boolean,
): Instant {
  const today = chinaDate(at);
  switch (urgency) {
    case 'at-once':
      return at;
    case 'soon': {
      const hour = new Date(Date.parse(at) + CHINA_OFFSET_MS).getUTCHours();
      if (hour < QUIET_TO_HOUR) return atHour(today, QUIET_TO_HOUR);
      return hour < QUIET_FROM_HOUR ? at : atHour(addDays(today, 1), QUIET_TO_HOUR);
    }
    case 'digest': {
      const isEarly = at <= atHour(today, DIGEST_HOUR);
      let day = isEarly ? today : addDays(today, 1);
      for (let days = 0; days < LONGEST_WAIT_DAYS && !isWorkingDay(day); days++) {
        day = addDays(day, 1);
      }
      return atHour(day, DIGEST_HOUR);
    }
  }
}

/** An hour of a day in China. */
function atHour(day: CivilDate, hour: number): Instant {
  return new Date(
    Date.parse(`${day}T00:00:00.000Z`) + hour * HOUR_MS - CHINA_OFFSET_MS,
  ).toISOString();
}

const MINUTE_MS = 60_000;
const WAITS_MINUTES = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440];

/** When to try again after so many attempts that failed; null: it is given up. */
export function retryAt(at: Instant, attempts: number): Instant | null {
  const minutes = WAITS_MINUTES[attempts - 1];
  return minutes === undefined
    ? null
    : new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
}
