import { simplify } from './simplify.ts';

/** What the text of a circular claims, as far as it could be read. Null or empty: not claimed. */
export interface CircularClaims {
  sites: number | null;
  failed: number | null;
  /** In per cent, as printed: 97.2. */
  passRatePercent: number | null;
  good: { count: number | null; units: string[] };
  /** Units told to open a site. */
  toOpen: string[];
  errorReports: { total: number; parts: { name: string; count: number }[] } | null;
  inquiries: { received: number; parts: { name: string; count: number }[] } | null;
}

/** Reads the claims of a circular's body text, simplified or traditional. */
export function readClaims(text: string): CircularClaims {
  const body = simplify(text);
  const number = (pattern: RegExp) => {
    const match = pattern.exec(body);
    return match ? Number(match[1]) : null;
  };
  return {
    sites: number(/(?:对|抽查)[^。]{0,12}?(\d+)[家个][^。]{0,6}?网站/),
    failed: number(/不合格(?:政府)?网站(\d+)[家个]/),
    passRatePercent: number(/合格率(?:为|达)?(\d+(?:\.\d+)?)%/),
    good: readGood(body),
    toOpen: readToOpen(body),
    errorReports: readErrorReports(body),
    inquiries: readInquiries(body),
  };
}

function readGood(body: string): CircularClaims['good'] {
  const match =
    /其中[，：]?([^。]+?)(?:等)?(\d+)[家个][^。]{0,12}?(?:运行情况较好|情况良好|较好)/.exec(body);
  if (!match) return { count: null, units: [] };
  return { count: Number(match[2]), units: (match[1] ?? '').split('、').filter(Boolean) };
}

function readToOpen(body: string): string[] {
  const match = /[。；：]([^。；]+?)等?(?:部门|单位)?要?抓紧开展新网站的开设/.exec(body);
  return match ? (match[1] ?? '').split('、').filter(Boolean) : [];
}

function readErrorReports(body: string): CircularClaims['errorReports'] {
  const match = /反映[^。（]*?问题(\d+)条（其中([^）]+)）/.exec(body);
  if (!match) return null;
  const parts = [...(match[2] ?? '').matchAll(/([^、，]+?)(\d+)条/g)];
  return {
    total: Number(match[1]),
    parts: parts.map((part) => ({ name: part[1] ?? '', count: Number(part[2]) })),
  };
}

function readInquiries(body: string): CircularClaims['inquiries'] {
  const match = /接到各类诉求(\d+)件([^。]*)/.exec(body);
  if (!match) return null;
  const parts = [...(match[2] ?? '').matchAll(/，([^，\d]+?)(\d+)件/g)];
  return {
    received: Number(match[1]),
    parts: parts.map((part) => ({ name: part[1] ?? '', count: Number(part[2]) })),
  };
}
