import { type CivilDate, civilDate, dateParts } from './civil-date.ts';

/** A day off by law, with its name in Chinese and English. */
export interface StatutoryDay {
  name: string;
  nameEn: string;
}

interface Festival extends StatutoryDay {
  month: number;
  /** Last day of the month off, the first always being the 1st, and the year it held from. */
  lastDay: readonly { from: number; day: number }[];
}

/**
 * The days off for everybody whose date is the same in every solar year, by 《全国年节及纪念日放假办法》
 * as revised by 国务院令第270号 (of 1999, in force from 2000), 第513号 (2008) and 第795号 (2025).
 * Spring Festival, Dragon Boat and Mid-Autumn go by the moon and Qingming by the sun's longitude:
 * they are left to the announcement, and so is every exchanged day, which no law tells in advance.
 */
const festivals: readonly Festival[] = [
  { month: 1, name: '元旦', nameEn: "New Year's Day", lastDay: [{ from: 2000, day: 1 }] },
  {
    month: 5,
    name: '劳动节',
    nameEn: 'Labour Day',
    lastDay: [
      { from: 2025, day: 2 },
      { from: 2008, day: 1 },
      { from: 2000, day: 3 },
    ],
  },
  { month: 10, name: '国庆节', nameEn: 'National Day', lastDay: [{ from: 2000, day: 3 }] },
];

/** What a day is off for by a law that fixes its date, or null. */
export function statutoryDay(date: CivilDate): StatutoryDay | null {
  const { year, month, day } = dateParts(date);
  const festival = festivals.find((one) => one.month === month);
  if (!festival) return null;
  const law = festival.lastDay.find(({ from }) => year >= from);
  if (!law || day > law.day) return null;
  return { name: festival.name, nameEn: festival.nameEn };
}

/** All such days of a year, in order. */
export function statutoryDays(year: number): CivilDate[] {
  return festivals.flatMap(({ month, lastDay }) => {
    const law = lastDay.find(({ from }) => year >= from);
    return Array.from({ length: law?.day ?? 0 }, (_, index) => civilDate(year, month, index + 1));
  });
}
