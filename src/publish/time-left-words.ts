import type { Words } from '#domain/clock.ts';
import type { TimeLeft } from '#domain/time-left.ts';
import { lengthEn, lengthZh } from './day-words.ts';
import { amountEn, amountZh } from './deadline-words.ts';

/** What is left of a deadline, in words: 还剩2个工作日, 今日24时到期, 已超期3个工作日. */
export function timeLeftWords(left: TimeLeft): Words {
  const { zh, en } = left.overdue ? overdue(left) : remaining(left);
  if (left.state !== 'paused') return { zh, en };
  return { zh: `暂停计时，${zh}`, en: `paused, ${en}` };
}

function remaining(left: TimeLeft): Words {
  if (left.unit === 'hours') {
    return { zh: `还剩${lengthZh(left.ms)}`, en: `${lengthEn(left.ms)} left` };
  }
  if (left.days === 0) {
    return left.state === 'paused'
      ? { zh: '暂停当日到期', en: 'due on the day it was paused' }
      : { zh: '今日24时到期', en: 'due at 24:00 today' };
  }
  const amount = amountOf(left);
  return { zh: `还剩${amountZh(amount, left.unit)}`, en: `${amountEn(amount, left.unit)} left` };
}

function overdue(left: TimeLeft): Words {
  if (left.unit === 'hours') {
    return { zh: `已超期${lengthZh(left.ms)}`, en: `overdue by ${lengthEn(left.ms)}` };
  }
  const amount = amountOf(left);
  if (amount === 0) {
    return { zh: '已超期，不足1个工作日', en: 'overdue by less than a working day' };
  }
  return {
    zh: `已超期${amountZh(amount, left.unit)}`,
    en: `overdue by ${amountEn(amount, left.unit)}`,
  };
}

function amountOf({ unit, days, workingDays }: TimeLeft): number {
  return unit === 'days' ? days : workingDays;
}
