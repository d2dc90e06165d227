import type { Asked, Answered } from './serve-http.ts';
import { wire } from './serve-http.ts';
import { type DeadKind, outlineSite, type Place, placeAt } from './serve-outline.ts';
import { type Elsewhere, makePages, type PageMaker } from './serve-pages.ts';
import { joinGzip, joinPlain, type Piece } from './serve-pieces.ts';

/** Answers kept for sites small enough; larger ones are made anew for every request. */
const MOST_KEPT = 12_000;
const OUTSIDE_PATH = '/friend';

/**
 * Answers for a made-up site of so many pages, whatever host it is asked by: a thousand hosts are
 * a thousand sites of the same look.
 */
export function siteAnswers(pages: number, elsewhere: Elsewhere): (asked: Asked) => Answered {
  const site = outlineSite(pages);
  const bySlug = new Map(site.channels.map((channel) => [channel.slug, channel]));
  const maker = makePages(site, elsewhere);
  const kept = new Map<string, Buffer>();
  const mayKeep = pages <= MOST_KEPT;
  return ({ target, takesGzip }) => {
    const key = takesGzip ? target : ` ${target}`;
    const known = kept.get(key);
    if (known) return known;
    const made = answer(placeAt(bySlug, target), target, takesGzip, maker);
    if (mayKeep && kept.size < 4 * MOST_KEPT) kept.set(key, made);
    return made;
  };
}

function answer(place: Place, target: string, takesGzip: boolean, maker: PageMaker): Buffer {
  switch (place.at) {
    case 'home':
      return page(200, maker.home(), takesGzip);
    case 'list':
      return page(200, maker.list(place.channel, place.page), takesGzip);
    case 'article':
      return page(200, maker.article(place.channel, place.article), takesGzip);
    case 'file':
      return wire(200, { 'content-type': 'application/pdf' }, pdf);
    case 'image':
      return wire(200, { 'content-type': 'image/jpeg' }, jpeg);
    case 'dead':
      return dead(place.kind, target, takesGzip, maker);
    case 'nothing':
      return target.startsWith(OUTSIDE_PATH)
        ? page(200, maker.friend(), takesGzip)
        : page(404, maker.missing(), takesGzip);
  }
}

const pdf = Buffer.from(`%PDF-1.4\n${'1 0 obj << /Type /Catalog >> endobj\n'.repeat(80)}%%EOF\n`);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4000, 0x5a)]);

const deadStatus = { missing: 404, gone: 410, error: 500, soft: 200 } as const;

function dead(kind: DeadKind, target: string, takesGzip: boolean, maker: PageMaker): Buffer {
  if (kind === 'refused') return page(404, maker.missing(), takesGzip);
  if (kind !== 'loop') return page(deadStatus[kind], maker.missing(), takesGzip);
  const location = target.endsWith('?step=2') ? target.slice(0, -7) : `${target}?step=2`;
  return wire(302, { location }, Buffer.alloc(0));
}

function page(status: number, parts: (Piece | string)[], takesGzip: boolean): Buffer {
  const headers = { 'content-type': 'text/html', vary: 'Accept-Encoding' };
  if (!takesGzip) return wire(status, headers, joinPlain(parts));
  return wire(status, { ...headers, 'content-encoding': 'gzip' }, joinGzip(parts));
}
