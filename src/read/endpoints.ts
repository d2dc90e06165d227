import { hostOf, resolveUrl, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Script } from './scripts.ts';
import type { Sheet } from './sheet.ts';

type Endpoint = PageFacts['endpoints'][number];

const CALL =
  /(?:\b\w{0,20}url\s*[:=]|\$\.(?:get|post|getJSON|ajax)\s*\(|\bfetch\s*\(|axios(?:\.get|\.post)?\s*\(|\.open\s*\(\s*["'](?:GET|POST)["']\s*,|\.load\s*\(|\.(?:get|post)\s*\(|(?:data|json|api|list|src)_?(?:url|src|path)?\s*[:=])\s*["'`]([^"'`\s<>]{2,300})["'`]/gi;
const DATA_FILE = /["']([^"'\s<>]{1,300}\.(?:json|xml)(?:\?[^"'\s<>]{0,200})?)["']/gi;
/** What may stand in quotes and be an address; no closing quote is taken, it may open the next. */
const ADDRESS =
  /["'`]((?:https?:\/\/|\.{0,2}\/)[^"'`\s<>]{1,300}|[^"'`\s<>]{0,300}\.(?:json|xml)(?:\?[^"'`\s<>]{0,200})?(?=["'`]))/gi;
const NOT_ROWS =
  /\.(?:js|css|png|jpe?g|gif|svg|ico|html?|shtml|woff2?|mp4)(?:\?|$)|session|user|token|auth|weather|tianqi|count|click|visit|hits|login|captcha|search|submit|upload|statistic|tongji|analytics|config\.|manifest|i18n|comment|vote|like/i;
const MAX_ENDPOINTS = 20;

/** Data addresses on the page's own host that its scripts name and that may hold the rows. */
export function readEndpoints(sheet: Sheet, scripts: readonly Script[]): Endpoint[] {
  const found = new Map<Url, Endpoint>();
  const host = hostOf(sheet.url);
  for (const { code } of scripts) {
    if (!namesAddress(code)) continue;
    const asXml = /dataType\s*:\s*["']xml|responseXML|DOMParser/.test(code);
    for (const pattern of [CALL, DATA_FILE]) {
      for (const match of code.matchAll(pattern)) {
        const address = match[1] ?? '';
        if (NOT_ROWS.test(address) || !looksLikeAddress(address)) continue;
        const url = resolveUrl(address, sheet.base);
        if (url === null || hostOf(url) !== host || found.has(url)) continue;
        const isXml = /\.xml(?:\?|$)/i.test(address) || (asXml && !/json/i.test(address));
        found.set(url, { url, format: isXml ? 'xml' : 'json' });
        if (found.size >= MAX_ENDPOINTS) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

/** Whether any quoted words are an address of data: a cheap look before the patterns. */
function namesAddress(code: string): boolean {
  ADDRESS.lastIndex = 0;
  for (let match = ADDRESS.exec(code); match; match = ADDRESS.exec(code)) {
    const address = match[1] ?? '';
    if (looksLikeAddress(address) && !NOT_ROWS.test(address)) return true;
  }
  return false;
}

function looksLikeAddress(text: string): boolean {
  if (/\.(?:json|xml)(?:\?|$)/i.test(text)) return true;
  return (
    /^(?:https?:\/\/|\/|\.{1,2}\/)/.test(text) &&
    /api|data|list|query|json|rest|get|find|info/i.test(text)
  );
}
