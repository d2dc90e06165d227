import type { Site } from '#domain/site.ts';

/** A list of sites as `xunwang inspect` reads it: UTF-8 with byte order mark, CRLF, as Excel likes. */
export function sitesCsv(sites: readonly Site[]): string {
  const rows = sites.map(({ unit, homepage, siteIdCode, kind }) => [
    unit,
    homepage,
    siteIdCode ?? '',
    kind,
  ]);
  const lines = [['单位名称', '首页网址', '网站标识码', '类型'], ...rows].map((cells) =>
    cells.map(csvCell).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
