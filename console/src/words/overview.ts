import { dictionary } from './dictionary.ts';

/** The overview of a city, and of a unit. */
export const overviewWords = dictionary(
  {
    title: '总览',
    today: '待办事项',
    todayEmpty: '今天没有临近的期限',
    todayEmptyHint: '有期限的事项会按到期先后列在这里。',
  },
  {
    title: 'Overview',
    today: 'What needs you',
    todayEmpty: 'No deadlines are near',
    todayEmptyHint: 'What has a deadline is listed here, soonest first.',
  },
);
