import type { Clock, ClockPause, ClockUnit } from '../clock.ts';

/** A clock of a test. */
export function sampleClock(amount: number, unit: ClockUnit = 'working-days'): Clock {
  return {
    id: 'appeal',
    amount,
    unit,
    title: { zh: '申诉期限', en: 'Appeal against a finding' },
    from: { zh: '收到通知', en: 'notice' },
    source: '测试',
    ours: true,
  };
}

/** A moment in China: `2019-05-06 15:00`. */
export function inChina(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00.000+08:00`).toISOString();
}

/** A pause between two moments in China. */
export function samplePause(from: string, to: string | null): ClockPause {
  return { from: inChina(from), to: to === null ? null : inChina(to), reason: '等待补充材料' };
}
