import { decodeText } from '#base/charset.ts';
import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import { assembleFacts } from './assemble-facts.ts';
import type { Lexicon } from './lexicon.ts';
import { scanHtml } from './scan-html.ts';
import { makeSheet } from './sheet.ts';
import { inWorkingMemory } from './working-memory.ts';

/** A page as it came, and the day as of which its dates are understood. */
export interface PageBytes {
  /** Where the redirects ended. */
  url: Url;
  bytes: Uint8Array;
  contentType: string;
  asOf: CivilDate;
  /** Null: nobody knows, the page itself tells. */
  isHomepage: boolean | null;
}

/** Reads all facts of one page. Pure and total: any bytes give facts. */
export function readPage(page: PageBytes, lexicon: Lexicon): PageFacts {
  const { text, charset, certain } = decodeText(page.bytes, page.contentType);
  const place = { url: page.url, charset, asOf: page.asOf, lexicon };
  const facts = inWorkingMemory(() =>
    assembleFacts(makeSheet(scanHtml(text), place), page.isHomepage),
  );
  return { ...facts, charsetCertain: certain };
}
