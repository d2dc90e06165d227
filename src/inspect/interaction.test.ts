import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import type { InteractionEvent, Letter, PageFacts } from '#domain/page.ts';
import { interaction } from './interaction.ts';
import { viewSite } from './site-view.ts';
import {
  at,
  entry,
  homepageUrl,
  link,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function findingsOf(builder: ObservationBuilder): Finding[] {
  const [view] = viewSite(builder.build());
  return view ? [...interaction.run(view, terms)] : [];
}

function letter(askedAt: string | null, more: Partial<Letter> = {}): Letter {
  const title = `来信 ${askedAt}`;
  const url = at(`/l/${askedAt}`);
  return {
    title,
    url,
    askedAt,
    answeredAt: null,
    answered: true,
    category: 'consultation',
    ...more,
  };
}

function event(heldAt: string | null, more: Partial<InteractionEvent> = {}): InteractionEvent {
  return { kind: 'survey', title: `征集 ${heldAt}`, url: null, heldAt, isResult: false, ...more };
}

/** A site with a mailbox and a survey channel that are in order, `pages` put over them. */
function siteWith(pages: Record<string, Partial<PageFacts>>): ObservationBuilder {
  const inOrder: Record<string, Partial<PageFacts>> = {
    '/': {},
    '/m/': {
      ...list('信箱', 'consultation', []),
      kind: 'mailbox',
      letters: [letter('2019-05-01')],
    },
    '/s/': {
      ...list('征集', 'survey', []),
      kind: 'survey',
      events: ['2019-01-01', '2019-02-01', '2019-03-01'].map((day) => event(day)),
    },
  };
  const builder = new ObservationBuilder();
  for (const [path, facts] of Object.entries({ ...inOrder, ...pages })) builder.page(path, facts);
  return builder;
}

function mailbox(letters: Letter[]): ObservationBuilder {
  return siteWith({ '/m/': { ...list('信箱', 'consultation', []), kind: 'mailbox', letters } });
}

function survey(events: InteractionEvent[]): ObservationBuilder {
  return siteWith({ '/s/': { ...list('征集', 'survey', []), kind: 'survey', events } });
}

test('a site in order has no finding, and no interview channel costs nothing', () => {
  assert.deepEqual(findingsOf(siteWith({})), []);
});

test('without its channels a site is missing consultation and survey, and nothing more', () => {
  const found = findingsOf(new ObservationBuilder().page('/'));
  assert.deepEqual(
    found.map(({ kind, state, url }) => [kind, state, url]),
    [
      ['consultation-missing', 'suspected', homepageUrl],
      ['survey-missing', 'suspected', homepageUrl],
    ],
  );
});

test('a complaint channel is no consultation', () => {
  const builder = new ObservationBuilder()
    .page('/')
    .page('/j/', list('投诉举报', 'complaint', [entry('/1')]));
  assert.equal(findingsOf(builder)[0]?.kind, 'consultation-missing');
});

test('nothing is missing for sure while our own failure may hide it', () => {
  const ours = new ObservationBuilder()
    .page('/', { links: [link('/m/')] })
    .target('/m/', { failed: 'ours' });
  const blocked = new ObservationBuilder()
    .page('/', { links: [link('/m/')], navigation: [{ text: '信箱', url: at('/m/'), level: 1 }] })
    .target('/m/', { status: 403 });
  for (const builder of [ours, blocked]) {
    assert.deepEqual(
      findingsOf(builder).map(({ state }) => state),
      ['unmeasured', 'unmeasured'],
    );
  }
});

test('letters are valid within a year, boundary day included, and complaints are none', () => {
  assert.deepEqual(findingsOf(mailbox([letter('2018-05-27')])), []);
  const invalid = [
    letter('2018-05-26'),
    letter('2019-05-28'),
    letter('2019-05-01', { category: 'complaint' }),
  ];
  const [finding, ...others] = findingsOf(mailbox(invalid));
  assert.equal(others.length, 0);
  assert.equal(finding?.kind, 'letter-none');
  assert.equal(finding.url, at('/m/'));
  assert.deepEqual(finding.measure, { count: 0, window: 'P1Y' });
});

test('a mailbox whose letters have no date is suspected only', () => {
  assert.equal(findingsOf(mailbox([letter(null)]))[0]?.reason, 'undated');
});

test('a letter is unanswered when it was asked before the boundary and has no answer', () => {
  const found = findingsOf(
    mailbox([
      letter('2019-02-26', { answered: false }),
      letter('2019-02-27', { answered: false }),
      letter('2019-01-01', { answered: true }),
      letter('2019-01-02', { answered: null }),
      letter('2018-05-26', { answered: false }),
      letter('2019-01-03', { answered: false, category: 'complaint' }),
      letter('2019-01-04', { answered: false, url: null }),
      letter('2019-01-05', { answered: false, url: null }),
    ]),
  );
  assert.deepEqual(
    found.map(({ kind, url, measure }) => [kind, url, measure.askedAt]),
    [
      ['letter-unanswered', at('/l/2019-02-26'), '2019-02-26'],
      ['letter-unanswered', at('/m/'), '2019-01-04'],
      ['letter-unanswered', at('/m/'), '2019-01-05'],
    ],
  );
  assert.equal(found[0]?.measure.boundary, '2019-02-27');
  assert.equal(new Set(found.map(({ id }) => id)).size, 3);
});

test('a reply that any page shows answers the letter', () => {
  const open = letter('2019-01-01', { answered: false });
  const answered = { ...open, answered: true };
  const builder = siteWith({
    '/m/': { ...list('信箱', 'consultation', []), kind: 'mailbox', letters: [open] },
    '/h/': { ...list('留言公开', 'public-replies', []), kind: 'mailbox', letters: [answered] },
  });
  assert.deepEqual(findingsOf(builder), []);
});

test('surveys count by event: reposts and result notices do not', () => {
  const repost = [
    event('2019-01-01', { title: '关于《办法》的征集' }),
    event('2019-01-03', { title: '关于“办法”的征集 ' }),
    event('2019-02-01'),
    event('2019-02-20', { title: '征集结果', isResult: true }),
    event('2019-03-20', { kind: 'interview' }),
  ];
  const [finding] = findingsOf(survey(repost));
  assert.equal(finding?.kind, 'survey-few');
  assert.deepEqual(finding.measure, { count: 2, minimum: 3, window: 'P1Y' });
  assert.equal(finding.channel?.kind, 'survey');
});

test('surveys of more than a year ago are none; undated ones are suspected', () => {
  const [none] = findingsOf(survey([event('2018-05-26')]));
  assert.deepEqual([none?.kind, none?.reason], ['survey-none', 'one-look']);
  const undated = ['甲', '乙', '丙'].map((title) => event(null, { title }));
  const [doubt] = findingsOf(survey(undated));
  assert.deepEqual([doubt?.kind, doubt?.reason], ['survey-none', 'undated']);
});

test('an event without a day takes that of its own page', () => {
  const events = [1, 2, 3].map((n) => event(null, { title: `征集${n}`, url: at(`/e/${n}`) }));
  const builder = survey(events);
  for (const n of [1, 2, 3]) {
    builder.page(`/e/${n}`, { kind: 'article', publishedAt: '2019-04-01' });
  }
  assert.deepEqual(findingsOf(builder), []);
});

test('an interview channel that holds nothing is none, with too little is few', () => {
  const page = (events: InteractionEvent[]) =>
    siteWith({ '/i/': { ...list('访谈', 'interview', []), kind: 'interview', events } });
  assert.equal(findingsOf(page([]))[0]?.kind, 'interview-none');
  const held = [event('2019-05-01', { kind: 'interview' })];
  assert.equal(findingsOf(page(held))[0]?.kind, 'interview-few');
});

test('a list of announcements stands for the events where the page tells of none', () => {
  const titles = ['征集一', '征集二', '征集三', '征集一结果公示'];
  const rows = titles.map((title, n) => entry(`/e/${n}`, '2019-05-01', title));
  assert.deepEqual(findingsOf(siteWith({ '/s/': list('征集', 'survey', rows) })), []);
  const few = siteWith({ '/s/': list('征集', 'survey', rows.slice(2)) });
  assert.equal(findingsOf(few)[0]?.measure.count, 1);
});

test('a channel of which a page was kept from us is unmeasured', () => {
  const pager = { urls: [at('/s/index_1.html')], pages: 2, total: null };
  const facts = { ...list('征集', 'survey', []), kind: 'survey', pager } as const;
  const [finding] = findingsOf(
    siteWith({ '/s/': facts }).target('/s/index_1.html', { failed: 'ours' }),
  );
  assert.deepEqual([finding?.kind, finding?.state], ['survey-none', 'unmeasured']);
});
