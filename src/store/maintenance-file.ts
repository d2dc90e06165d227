import { readFileSync, statSync } from 'node:fs';
import { parseCivilDate, type Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { MaintenanceWindow } from '#domain/availability.ts';
import type { Site } from '#domain/site.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { onDisk } from './disk-refusal.ts';

/** Maintenance of one site, as an office wrote it down. */
export interface ReportedMaintenance extends MaintenanceWindow {
  siteKey: string;
}

type Field = 'site' | 'from' | 'to' | 'reportedAt';

/** Names of the columns, the official one first. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  site: ['网站', 'site', '单位名称', 'unit', '首页网址', 'homepage'],
  from: ['开始时间', 'from', '开始', '起'],
  to: ['结束时间', 'to', '结束', '止'],
  reportedAt: ['报备时间', 'reported-at', 'reported_at', '报备'],
};

/**
 * Reported maintenance from a .csv file: site (unit, homepage, code or key), from, to,
 * reported-at; times are China's unless they name a zone. Refuses `file-missing`,
 * `sites-encoding`, `sites-quote`, `maintenance-header`, `maintenance-site`, `maintenance-time`
 * and `maintenance-order`, each with the line.
 */
export function readMaintenanceFile(path: string, sites: readonly Site[]): ReportedMaintenance[] {
  const isFile = onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (!isFile) throw new Refusal('file-missing', { file: path });
  const text = decodeText(onDisk(path, () => readFileSync(path)));
  if (text === null) throw new Refusal('sites-encoding', { file: path });
  const parsed = csvRows(text);
  if (!('rows' in parsed)) {
    throw new Refusal('sites-quote', { file: path, line: parsed.unclosedQuoteLine });
  }
  const filled = parsed.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = filled;
  const places = findFields(header, path);
  return body.map((row) => readWindow(row, places, path, sites));
}

function findFields(header: Row | undefined, file: string): Record<Field, number> {
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const place = (field: Field) => {
    const at = names.findIndex((name) => HEADERS[field].includes(name));
    if (at >= 0) return at;
    throw new Refusal('maintenance-header', {
      file,
      missing: HEADERS[field].slice(0, 2).join('/'),
    });
  };
  return {
    site: place('site'),
    from: place('from'),
    to: place('to'),
    reportedAt: place('reportedAt'),
  };
}

function readWindow(
  { line, cells }: Row,
  places: Record<Field, number>,
  file: string,
  sites: readonly Site[],
): ReportedMaintenance {
  const word = (field: Field) => (cells[places[field]] ?? '').trim();
  const time = (field: Field) => {
    const found = parseTime(word(field));
    if (found === null) throw new Refusal('maintenance-time', { file, line, text: word(field) });
    return found;
  };
  const name = word('site');
  const site = sites.find(({ key, unit, homepage, siteIdCode }) =>
    [key, unit, homepage, homepage.replace(/\/$/, ''), siteIdCode].includes(name),
  );
  if (!site) throw new Refusal('maintenance-site', { file, line, site: name });
  const window = { from: time('from'), to: time('to'), reportedAt: time('reportedAt') };
  if (window.from >= window.to) throw new Refusal('maintenance-order', { file, line });
  return { siteKey: site.key, ...window };
}

const CHINA = '+08:00';

/** `2019-05-27 09:30`, with seconds or a zone if one likes; null for anything else. */
function parseTime(text: string): Instant | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text.replaceAll('/', '-'),
    );
  if (!match) return null;
  const [, day = '', hour = '', minute = '', second = '00', zone = CHINA] = match;
  if (parseCivilDate(day) === null) return null;
  const ms = Date.parse(`${day}T${hour.padStart(2, '0')}:${minute}:${second}${zone}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
