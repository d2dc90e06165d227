import packaged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { DayRule, WorkCalendar } from '#base/working-days.ts';

/** Full names of holidays that the library shortens. */
const fullNames: Readonly<Record<string, string>> = {
  清明: '清明节',
  端午: '端午节',
  中秋: '中秋节',
};

/** The calendar of the packaged years: holidays and make-up days as the State Council announced them. */
export function announcedCalendar(): WorkCalendar {
  const days = Object.fromEntries([
    ...rules(packaged.holidays, 'holiday'),
    ...rules(packaged.workdays, 'workday'),
  ]);
  // New Year is sometimes announced on its own; a year is known once its October is.
  const announced = Object.keys(packaged.holidays).flatMap((day) =>
    day.endsWith('-10-01') ? [Number(day.slice(0, 4))] : [],
  );
  return { announced: announced.sort((a, b) => a - b), days };
}

/** The library writes `New Year's Day,元旦,1`. */
function rules(days: Readonly<Record<string, string>>, kind: DayRule['kind']): [string, DayRule][] {
  return Object.entries(days).map(([day, text]) => {
    const [nameEn = '', name = ''] = text.split(',');
    return [day, { kind, name: fullNames[name] ?? name, nameEn }];
  });
}
