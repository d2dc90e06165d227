/** Who may ask: everybody of the office, those above units, those of a whole region, administrators. */
export type Circle =
  | 'readers'
  | 'office'
  | 'province'
  | 'city'
  | 'auditors'
  | 'admins'
  | 'main-admin'
  | 'all';

/** One thing that users ask; `order` is another number each time, so that not all ask the same. */
export interface Question {
  name: string;
  who: Circle;
  path(order: number): string;
  /** A file: how long its first byte took is told apart. Packed, as browsers take it; or plain. */
  isFile?: 'packed' | 'plain';
}

/** Numbers near the end of each list. */
export interface Ends {
  /** Rounds that the data holds: 24, unless it was filled with fewer. */
  rounds: number;
  finding: number;
  order: number;
  signal: number;
  ledger: number;
  person: number;
}

const at = (name: string, who: Circle, path: (order: number) => string): Question => ({
  name,
  who,
  path,
});

export function questionsOf(ends: Ends): Question[] {
  return [...registerQuestions(), ...caseQuestions(ends), ...otherQuestions(ends), ...files(ends)];
}

function registerQuestions(): Question[] {
  const q = (words: string) => encodeURIComponent(words);
  return [
    at('regions', 'readers', () => '/regions?limit=200'),
    at('units, first page', 'readers', () => '/units'),
    at('units, second page', 'readers', () => '/units?after=50'),
    at('units, deep page', 'readers', (order) => `/units?after=${12_000 + (order % 1900)}`),
    at('units, search', 'readers', (order) => `/units?q=${q(`${order % 98}号县水利`)}`),
    at('sites, first page', 'readers', () => '/sites'),
    at('sites, page of 200', 'readers', () => '/sites?limit=200'),
    at('sites, second page', 'readers', () => '/sites?after=50'),
    at('sites, deep page', 'readers', (order) => `/sites?after=${12_000 + (order % 1900)}`),
    at('sites, search common', 'readers', () => `/sites?q=${q('财政')}`),
    at('sites, search one', 'readers', (order) => `/sites?q=${q(`${order % 98}号县司法局1`)}`),
    at('sites, search nothing', 'readers', (order) => `/sites?q=${q(`无此网站${order}`)}`),
    at('sites, search one letter', 'readers', () => `/sites?q=${q('鬱')}`),
    at('sites, search code', 'readers', (order) => `/sites?q=${4_300_000_001 + (order % 14_000)}`),
    at('sites, search domain', 'readers', (order) => `/sites?q=s${order % 14_000}.gov.cn`),
    at('sites, by region', 'province', (order) => `/sites?region=${16 + (order % 98)}`),
    at('sites, by kind', 'readers', () => '/sites?kind=portal'),
    at('sites, by state', 'readers', () => '/sites?state=suspended'),
    at('sites, on a day', 'readers', () => '/sites?day=2017-05-28'),
    at('sites, on a day, search', 'readers', () => `/sites?day=2017-05-28&q=${q('审计局')}`),
    at('site', 'province', (order) => `/sites/${1 + (order % 14_000)}`),
    at('channels of a site', 'province', (order) => `/sites/${1 + (order % 14_000)}/channels`),
  ];
}

function caseQuestions({ rounds, finding, order: lastOrder }: Ends): Question[] {
  const round = (order: number) => 1 + (order % rounds);
  return [
    at('campaigns', 'readers', () => '/campaigns'),
    at('campaign', 'province', (order) => `/campaigns/${round(order)}`),
    at('campaign, preview', 'province', (order) => `/campaigns/${round(order)}/preview`),
    at('review counts', 'province', (order) => `/campaigns/${round(order)}/review-counts`),
    at(
      'comparison of two rounds',
      'province',
      () => `/campaigns/${rounds}/comparison?before=${rounds - 1}&site=77`,
    ),
    at('inspections, first page', 'province', (order) => `/campaigns/${round(order)}/inspections`),
    at(
      'inspections, deep page',
      'province',
      (o) => `/campaigns/${round(o)}/inspections?after=13000`,
    ),
    at(
      'inspections, by state',
      'province',
      (o) => `/campaigns/${round(o)}/inspections?state=queued`,
    ),
    at('inspection', 'province', (order) => `/inspections/${1 + ((order * 997) % 300_000)}`),
    at('findings, first page', 'readers', () => '/findings'),
    at('findings, deep page', 'readers', (order) => `/findings?after=${finding - 3000 - order}`),
    at('findings, of a campaign', 'readers', (order) => `/findings?campaign=${round(order)}`),
    at(
      'findings, campaign, deep',
      'readers',
      () => `/findings?campaign=${rounds}&after=${finding - 500}`,
    ),
    at('findings, of a site', 'readers', (order) => `/findings?site=${1 + ((order * 7) % 14_000)}`),
    at('findings, of a unit', 'readers', (order) => `/findings?unit=${1 + ((order * 7) % 14_000)}`),
    at('findings, by kind', 'readers', () => `/findings?kind=channel-blank&campaign=${rounds}`),
    at('findings, rare kind', 'readers', () => '/findings?kind=grave-error'),
    at(
      'findings, to review',
      'readers',
      () => `/findings?campaign=${rounds}&review=open&state=confirmed`,
    ),
    at(
      'findings, by indicator',
      'readers',
      () => `/findings?campaign=${rounds}&indicator=other-links`,
    ),
    at('finding', 'province', (order) => `/findings/${1 + ((order * 991) % finding)}`),
    at('appeals', 'readers', () => '/appeals'),
    at('appeals, filed, campaign', 'readers', () => `/appeals?campaign=${rounds}&state=filed`),
    at('appeals, old campaign', 'readers', () => '/appeals?campaign=2'),
    at('circulars, public', 'all', () => '/circulars'),
    at(
      'circulars of a campaign',
      'province',
      (o) => `/campaigns/${1 + (o % (rounds - 1))}/circulars`,
    ),
    at('orders, first page', 'readers', () => '/orders'),
    at('orders, deep page', 'readers', (order) => `/orders?after=${500 + order}`),
    at('orders, middle page', 'readers', () => `/orders?after=${Math.round(lastOrder / 2)}`),
    at('orders, by state', 'readers', () => '/orders?state=received'),
    at('orders, campaign', 'readers', (order) => `/orders?campaign=${1 + (order % (rounds - 1))}`),
    at('orders, of a unit', 'readers', (order) => `/orders?unit=${1 + ((order * 7) % 14_000)}`),
    at('order', 'province', (order) => `/orders/${1 + ((order * 97) % lastOrder)}`),
    at('escalations', 'readers', () => '/escalations'),
    at('escalations, by state', 'readers', () => '/escalations?state=proposed'),
    at('talks', 'readers', () => '/talks'),
    at('deadlines', 'readers', () => '/deadlines'),
    at('deadlines, before a day', 'readers', () => '/deadlines?dueBefore=2024-12-31'),
  ];
}

function otherQuestions({ signal, ledger, person }: Ends): Question[] {
  return [
    at('signals, standing', 'readers', () => '/signals'),
    at('signals, all, deep', 'readers', () => `/signals?standing=all&after=${signal - 20_000}`),
    at('availability of a site', 'province', (o) => `/sites/${1 + (o % 14_000)}/availability`),
    at('notices', 'all', () => '/notices'),
    at('notices, unread', 'all', () => '/notices?unread=true'),
    at('people', 'admins', () => '/people'),
    at('people, deep page', 'admins', () => `/people?after=${person - 100}`),
    at('webhooks', 'admins', () => '/webhooks'),
    at('events of a webhook', 'main-admin', () => '/webhooks/15/events'),
    at('ledger, first page', 'auditors', () => '/ledger'),
    at('ledger, deep page', 'auditors', (order) => `/ledger?after=${ledger - 3000 - order}`),
    at('calendar', 'readers', () => '/calendar'),
    at('me', 'all', () => '/me'),
  ];
}

function files({ rounds }: Ends): Question[] {
  return [
    ...file('register', 'province', (form) => `/register/export?region=1&form=${form}`),
    ...list('sites', 'province', '/sites'),
    ...list('units', 'province', '/units'),
    ...list('inspections of a campaign', 'province', `/campaigns/${rounds}/inspections`),
    ...list('findings of a campaign', 'province', `/findings?campaign=${rounds}`),
    ...list('orders of a campaign', 'province', `/orders?campaign=${Math.max(1, rounds - 4)}`),
    ...list('appeals', 'province', '/appeals'),
    ...list('escalations', 'province', '/escalations'),
    ...list('signals', 'province', '/signals'),
    ...list('deadlines', 'province', '/deadlines'),
    ...list('people', 'admins', '/people'),
    ...list('sites of a city', 'city', '/sites'),
    ...list('findings of a city', 'city', `/findings?campaign=${rounds}`),
    // Another one each time: nobody has asked for it before.
    ...file('sites of any county', 'province', (form, order) => {
      return `/sites?region=${16 + (order % 98)}&q=${order % 10}&format=${form}`;
    }),
    ...file('orders of any unit', 'province', (form, order) => {
      return `/orders?unit=${1 + ((order * 7) % 14_000)}&format=${form}`;
    }),
    ...file('findings of any unit', 'province', (form, order) => {
      return `/findings?unit=${1 + ((order * 11) % 14_000)}&format=${form}`;
    }),
    ...['findings', 'orders'].map(
      (name): Question => ({
        name: `${name} of a campaign, csv, not packed`,
        who: 'province',
        path: () => `/${name}?campaign=${name === 'orders' ? rounds - 4 : rounds}&format=csv`,
        isFile: 'plain',
      }),
    ),
  ];
}

function file(
  name: string,
  who: Circle,
  path: (form: string, order: number) => string,
): Question[] {
  return ['csv', 'xlsx'].map((form) => ({
    name: `${name}, ${form}`,
    who,
    path: (order) => path(form, order),
    isFile: 'packed',
  }));
}

function list(name: string, who: Circle, path: string): Question[] {
  return file(name, who, (form) => `${path}${path.includes('?') ? '&' : '?'}format=${form}`);
}
