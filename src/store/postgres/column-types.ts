import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;

type Parser = (text: string) => unknown;

/** `pg` gives int8 as text and dates as `Date`s of the machine's own zone; values are plain here. */
const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [INT8, wholeNumber],
  [DATE, String],
  [TIMESTAMP, String],
  [TIMESTAMPTZ, instant],
  [INT8_ARRAY, arrayOf(wholeNumber)],
  [DATE_ARRAY, arrayOf(String)],
  [TIMESTAMPTZ_ARRAY, arrayOf(instant)],
]);

/** How columns come out: int8 as number, date as `2019-06-30`, timestamptz as ISO text in UTC. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`);
  return value;
}

/** `2019-06-30 08:00:00.123456+00` → `2019-06-30T08:00:00.123Z`; `infinity` stays as it is. */
function instant(text: string): string {
  // Sessions speak in UTC: then the text is put together anew and no `Date` is made.
  if (text[4] === '-' && text[10] === ' ' && text.endsWith('+00')) {
    const thousandths = text[19] === '.' ? text.slice(20, -3).padEnd(3, '0').slice(0, 3) : '000';
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${thousandths}Z`;
  }
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

function arrayOf(parse: Parser): Parser {
  const parseTexts = pg.types.getTypeParser(TEXT_ARRAY as number);
  const each = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(each);
    return typeof item === 'string' ? parse(item) : null;
  };
  return (text) => each(parseTexts(text));
}
