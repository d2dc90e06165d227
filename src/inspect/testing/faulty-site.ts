import type { Observation } from '#domain/observation.ts';
import { whatToLookAtAgain } from '../what-to-look-at-again.ts';
import { at, entry, link, list, ObservationBuilder, terms } from './observation-builder.ts';

/** A site with a fault of nearly every kind. */
export function faultySite(): ObservationBuilder {
  const navigation = ['news', 'notices', 'blank', 'plans', 'mail', 'survey', 'talks', 'past'].map(
    (name) => ({ text: name, url: at(`/${name}/`), level: 1 }),
  );
  const links = [
    ...navigation.map(({ url, text }) => link(url, text)),
    link('/lost'),
    link('/wall'),
  ];
  const undated = [entry('/n/1.html'), entry('/n/2.html', '2019-04-30')];
  const open = { title: '请问', url: at('/mail/1'), askedAt: '2019-01-01', answeredAt: null };
  const letters = [{ ...open, answered: false, category: 'consultation' as const }];
  return new ObservationBuilder()
    .page('/', { navigation, links, entries: [entry('/n/2.html'), ...undated], frames: [at('/f')] })
    .page('/f', { entries: [entry('/n/3.html', '2019-05-20')] }, { purpose: 'frame' })
    .page('/news/', {
      ...list('news', 'news', undated),
      navigation,
      links: [link('/n/1.html'), link('/n/2.html'), link('/lost-2')],
      pager: { urls: [at('/news/index_1.html')], pages: 2, total: 3 },
    })
    .page('/news/index_1.html', list('news', 'news', [entry('/n/0.html', '2018-01-01')]))
    .page('/n/1.html', { kind: 'article', publishedAt: '2019-05-01' })
    .page('/n/2.html', { kind: 'article', publishedAt: '2019-04-30' })
    .page('/notices/', list('notices', 'notices', [entry('/o/1', '2018-10-01')]))
    .page('/blank/', list('blank', 'policy-documents', []))
    .page('/plans/', list('plans', 'plans', [entry('/p/1', '2018-05-26')]))
    .page('/past/', list('往年动态', 'news', [entry('/q/1', '2015-05-26')]))
    .page('/mail/', { ...list('mail', 'consultation', []), kind: 'mailbox', letters })
    .page('/talks/', { ...list('talks', 'interview', []), kind: 'interview' })
    .page('/guide', {
      guide: { present: [], missing: ['hours'], downloads: [at('/form.doc')], systems: [] },
      links: [link('/form.doc')],
    })
    .target('/random', { purpose: 'random-path', status: 404 })
    .target('/survey/', { failed: 'timeout' })
    .target('/lost', { status: 404 })
    .target('/lost-2', { failed: 'dns' })
    .target('/form.doc', { status: 500 })
    .target('/wall', { status: 403 });
}

/** The observation after `rounds` of looking again at all that was asked for. */
export function lookedAtAgain(builder: ObservationBuilder, rounds: number): Observation {
  for (let look = 1; look <= rounds; look++) {
    builder.again(whatToLookAtAgain(builder.build(), terms), look);
  }
  return builder.build();
}
