import { Refusal } from '#base/refusal.ts';
import { parseUrl, type Url } from '#base/url.ts';
import type { Site, SiteKind } from '#domain/site.ts';
import type { Row } from './csv-rows.ts';
import { siteKeys } from './site-key.ts';

type Field = 'unit' | 'homepage' | 'siteIdCode' | 'kind';

/** Names of the columns, the official one first; an earlier one wins over a later. */
export const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  unit: ['单位名称', 'unit', '主办单位', '单位', '單位名稱', '主辦單位', '單位'],
  homepage: ['首页网址', 'homepage', '网址', '网站地址', '首页', 'url', '首頁網址', '網址'],
  siteIdCode: ['网站标识码', 'site_id_code', '标识码', '網站標識碼', '標識碼'],
  kind: ['类型', 'kind', '网站类型', '類型', '網站類型'],
};

/** Words for each kind, the one we write first. */
export const KIND_WORDS: Readonly<Record<SiteKind, readonly string[]>> = {
  portal: ['门户', '门户网站', '政府门户', '政府门户网站', '門戶', '門戶網站', '政府門戶網站'],
  department: ['部门', '部门网站', '部門', '部門網站'],
  ministry: ['部委', '部委网站', '国务院部门', '国务院部门网站', '國務院部門', '國務院部門網站'],
  'ministry-without-services': ['无对外服务的国务院部门', '無對外服務的國務院部門'],
};

/** 主办单位 that run a portal when the file does not say. */
const PORTAL_UNIT = /(?:政府|县|市|区|縣|區)$/;

type Row4 = Readonly<Record<Field, string>> & { line: number };

/**
 * The sites of a table whose first filled row is the header. `file` is named in refusals:
 * `sites-header`, `sites-empty`, `sites-unit-missing`, `sites-homepage`, `sites-duplicate`,
 * `sites-id-code`, `sites-kind`, each with the line.
 */
export function parseSites(rows: readonly Row[], file: string): Site[] {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = filled;
  if (!header) throw new Refusal('sites-empty', { file });
  const places = findFields(header, file);
  if (body.length === 0) throw new Refusal('sites-empty', { file });
  const cells = body.map((row) => pick(row, places));
  const homepages = cells.map((row) => readHomepage(row, file));
  refuseDuplicates(cells, homepages, file);
  const keys = siteKeys(homepages);
  return cells.map((row, order) => ({
    key: keys[order] ?? '',
    unit: readUnit(row, file),
    homepage: homepages[order] ?? '',
    siteIdCode: readIdCode(row, file),
    kind: readKind(row, file),
  }));
}

/** Sites named on the command line; the unit is the host. Refuses malformed and repeated ones. */
export function sitesFromUrls(urls: readonly string[]): Site[] {
  const homepages = urls.map((text) => {
    const url = parseHomepage(text);
    if (url === null) throw new Refusal('homepage-malformed', { homepage: text });
    return url;
  });
  const twice = homepages.find((url, order) => homepages.indexOf(url) !== order);
  if (twice !== undefined) throw new Refusal('homepage-twice', { homepage: twice });
  const keys = siteKeys(homepages);
  return homepages.map((homepage, order) => {
    const unit = new URL(homepage).host;
    return { key: keys[order] ?? '', unit, homepage, siteIdCode: null, kind: 'department' };
  });
}

function findFields(header: Row, file: string): Record<Field, number> {
  const names = header.cells.map((cell) => cell.replace(/[\s\u3000]+/g, '').toLowerCase());
  const place = (field: Field) => {
    const found = HEADERS[field].find((name) => names.includes(name));
    return found === undefined ? -1 : names.indexOf(found);
  };
  const places = {
    unit: place('unit'),
    homepage: place('homepage'),
    siteIdCode: place('siteIdCode'),
    kind: place('kind'),
  };
  const missing = (['unit', 'homepage'] as const).filter((field) => places[field] < 0);
  if (missing.length > 0) {
    throw new Refusal('sites-header', {
      file,
      line: header.line,
      missing: missing.map((field) => HEADERS[field].slice(0, 2).join('/')).join(', '),
      found: header.cells.map((cell) => clip(cell.trim(), 20)).join(', '),
    });
  }
  return places;
}

function pick(row: Row, places: Record<Field, number>): Row4 {
  const cell = (field: Field) => (row.cells[places[field]] ?? '').trim();
  return {
    line: row.line,
    unit: cell('unit'),
    homepage: cell('homepage'),
    siteIdCode: cell('siteIdCode'),
    kind: cell('kind'),
  };
}

function readUnit(row: Row4, file: string): string {
  if (row.unit === '') throw new Refusal('sites-unit-missing', { file, line: row.line });
  return row.unit;
}

function readHomepage(row: Row4, file: string): Url {
  const url = parseHomepage(row.homepage);
  if (url !== null) return url;
  const homepage = clip(row.homepage, 100);
  throw new Refusal('sites-homepage', { file, line: row.line, homepage });
}

/** An absolute http(s) address of a host that can exist; without user name or password. */
export function parseHomepage(text: string): Url | null {
  if (!/^https?:\/\/[^/]/i.test(text) || /\s/.test(text)) return null;
  const url = parseUrl(text);
  if (url === null) return null;
  const { hostname, username, password } = new URL(url);
  const isHost = hostname === 'localhost' || hostname.includes('.') || hostname.startsWith('[');
  return isHost && username === '' && password === '' ? url : null;
}

function refuseDuplicates(rows: readonly Row4[], homepages: readonly Url[], file: string): void {
  const lines = new Map<Url, number>();
  for (const [order, homepage] of homepages.entries()) {
    const line = rows[order]?.line ?? 0;
    const firstLine = lines.get(homepage);
    if (firstLine !== undefined) {
      throw new Refusal('sites-duplicate', { file, line, firstLine, homepage });
    }
    lines.set(homepage, line);
  }
}

/** 网站标识码: ten digits, or `bm` and eight digits for State Council bodies (国办发〔2017〕47号). */
function readIdCode(row: Row4, file: string): string | null {
  const code = row.siteIdCode.toLowerCase();
  if (code === '') return null;
  if (/^(?:\d{10}|bm\d{8})$/.test(code)) return code;
  throw new Refusal('sites-id-code', { file, line: row.line, code: clip(row.siteIdCode, 30) });
}

function readKind(row: Row4, file: string): SiteKind {
  const word = row.kind.toLowerCase();
  if (word === '') return kindOfUnit(row.unit);
  const found = kindOfWord(word);
  if (found) return found;
  const kinds = Object.keys(KIND_WORDS) as SiteKind[];
  const known = kinds.map((kind) => `${kind}/${KIND_WORDS[kind][0]}`).join(', ');
  throw new Refusal('sites-kind', { file, line: row.line, kind: clip(row.kind, 30), known });
}

/** What the site of a unit is when nobody said. */
export function kindOfUnit(unit: string): SiteKind {
  return PORTAL_UNIT.test(unit) ? 'portal' : 'department';
}

/** The kind that a word in small letters means; undefined when it means none. */
export function kindOfWord(word: string): SiteKind | undefined {
  const kinds = Object.keys(KIND_WORDS) as SiteKind[];
  return kinds.find((kind) => kind === word || KIND_WORDS[kind].includes(word));
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
