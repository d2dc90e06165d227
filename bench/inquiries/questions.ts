import type { Call } from '../office/ask.ts';
import type { Clerk } from './fill.ts';

/** Somebody of the office or of a unit, or a citizen. */
export type Asker = Clerk | 'public';

/** One thing that is asked; `order` is another number each time, so that not all ask the same. */
export interface Question {
  name: string;
  who: Asker;
  /** How often it is asked among the others, when all is asked together. */
  share: number;
  path(order: number): string;
  call?(order: number): Call;
  /** What a form brings along is fetched and solved before; then each is sent once. */
  needsForm?: true;
  /** A receipt of a letter that was sent before. */
  needsReceipt?: true;
}

const API = '/api/v1';
const PAGES = '/public';
const q = (words: string) => encodeURIComponent(words);
const places = ['温泉', '永安', '浮山', '桂花', '横沟', '双溪', '马桥', '官埠', '向阳', '汀泗'];
const day = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

const at = (
  name: string,
  who: Asker,
  share: number,
  path: (order: number) => string,
): Question => ({
  name,
  who,
  share,
  path,
});
const list = (query: string) => `${API}/inquiries?limit=50&${query}`;

/** Lists and searches of who handles letters. */
const lists: readonly Question[] = [
  at('list, first page', 'province', 8, () => list('')),
  at('list, deep page', 'province', 2, (order) => list(`after=${137_000 - (order % 300) * 397}`)),
  at('list of a city', 'city', 5, () => list('')),
  at('list of a unit', 'unit', 5, () => list('')),
  at('list of a large unit', 'large-unit', 5, () => list('')),
  at('queue, to assign', 'province', 6, () => list('queue=triage')),
  at('queue, overdue', 'province', 3, () => list('queue=overdue')),
  at('queue, overdue, of a city', 'city', 2, () => list('queue=overdue')),
  at('queue, near its end', 'province', 3, () => list('queue=near-due')),
  at('queue, open, of a unit', 'large-unit', 4, () => list('queue=open')),
  at('numbers of the queues', 'province', 8, () => `${API}/matters/queues`),
  at('numbers, of a unit', 'unit', 4, () => `${API}/matters/queues`),
  at('by kind and days', 'province', 3, (order) =>
    list(`kind=complaint&from=${day(120)}&to=${day(100 - (order % 20))}`),
  ),
  at('by days', 'province', 2, (order) => list(`from=${day(150)}&to=${day(149 - (order % 90))}`)),
  at('by state', 'province', 2, () => list('state=withheld')),
  at('by unit and kind', 'province', 2, (order) => list(`unit=${1 + (order % 300)}&kind=help`)),
  at('one inquiry', 'province', 8, (order) => `${API}/inquiries/${1 + ((order * 41) % 130_000)}`),
];

const searches: readonly Question[] = [
  at('search, common word', 'province', 3, () => list(`q=${q('社保')}`)),
  at('search, two words in one', 'province', 2, (order) =>
    list(`q=${q(`${places[order % places.length]}小区燃气`)}`),
  ),
  at('search, one letter', 'province', 2, (order) =>
    list(`q=${q(`第${(order * 41) % 130_000}号来信`)}`),
  ),
  at('search, rare word', 'province', 2, () => list(`q=${q('窨井盖')}`)),
  at('search, nothing', 'province', 1, (order) => list(`q=${q(`无此事${order}`)}`)),
  at('search, word and kind', 'province', 1, () => list(`kind=help&q=${q('社保')}`)),
  at('search of a city', 'city', 1, () => list(`q=${q('窨井盖')}`)),
  at('search of a unit', 'unit', 2, () => list(`q=${q('燃气')}`)),
  at('search of a large unit', 'large-unit', 2, () => list(`q=${q('窨井盖')}`)),
];

const figures: readonly Question[] = [
  at('statistics', 'province', 2, () => `${API}/matters/statistics?from=${day(180)}&to=${day(0)}`),
  at(
    'statistics, other days each',
    'province',
    1,
    (order) => `${API}/matters/statistics?from=${day(180 - (order % 100))}&to=${day(order % 79)}`,
  ),
  at(
    'statistics of a unit',
    'unit',
    1,
    () => `${API}/matters/statistics?from=${day(180)}&to=${day(0)}`,
  ),
];

const letter = (order: number) => ({
  kind: 'question',
  title: `第${order}封新来信`,
  text: `请问第${order % 97}号小区何时通燃气？这是第${order}封新来信，${process.pid}。`,
  mayPublish: true,
});

/** What citizens ask and send. */
const citizens: readonly Question[] = [
  {
    ...at('submission, by program', 'public', 2, () => `${API}/public/inquiries`),
    call: (order) => ({
      method: 'POST',
      body: { ...letter(order), contact: { phone: `138${String(order).padStart(8, '0')}` } },
    }),
  },
  {
    ...at('submission, by the form', 'public', 2, () => `${PAGES}/ask`),
    needsForm: true,
    call: (order) => ({ method: 'POST', form: { ...letter(order), mayPublish: 'yes' } }),
  },
  {
    ...at('fault reported, by the form', 'public', 1, () => `${PAGES}/report`),
    needsForm: true,
    call: (order) => ({
      method: 'POST',
      form: {
        page: `http://s${1 + (order % 300)}.gov.cn/p/${order}.html`,
        fault: 'typo',
        text: `第${order}处错字，${process.pid}。`,
        seen: 'yes',
      },
    }),
  },
  {
    ...at('page: followed by receipt', 'public', 3, () => `${PAGES}/follow`),
    needsReceipt: true,
    call: () => ({ method: 'POST', form: {} }),
  },
  at('page: home', 'public', 4, () => `${PAGES}/`),
  at('page: form of a report', 'public', 3, () => `${PAGES}/report`),
  at('page: form of a question', 'public', 3, () => `${PAGES}/ask`),
  at('page: follow', 'public', 2, () => `${PAGES}/follow`),
  at('page: answers', 'public', 4, () => `${PAGES}/answers`),
  at(
    'page: answers, second page',
    'public',
    1,
    (order) => `${PAGES}/answers?after=${2 + order * 19}`,
  ),
  at('page: answers, search', 'public', 2, () => `${PAGES}/answers?q=${q('社保')}`),
  at('page: answers, rare word', 'public', 1, () => `${PAGES}/answers?q=${q('窨井盖')}`),
  at('page: answers, nothing', 'public', 1, (order) => `${PAGES}/answers?q=${q(`无此事${order}`)}`),
  at(
    'page: one answer',
    'public',
    3,
    (order) => `${PAGES}/answers/${1 + ((order * 18) % 130_000)}`,
  ),
  at('page: statistics', 'public', 2, () => `${PAGES}/statistics`),
  at('page: scoreboard', 'public', 3, () => `${PAGES}/rounds`),
  at(
    'page: scoreboard, search',
    'public',
    1,
    (order) => `${PAGES}/rounds?q=${q(`${1 + (order % 90)}号县水利`)}`,
  ),
  at('page: one round', 'public', 1, (order) => `${PAGES}/rounds/${1 + (order % 4)}`),
  at('page: one site', 'public', 2, (order) => `${PAGES}/sites/${1 + ((order * 7) % 13_000)}`),
  at('answers, by program', 'public', 1, () => `${API}/public/inquiries`),
];

export const questions: readonly Question[] = [...lists, ...searches, ...figures, ...citizens];
