import type { Run } from '#domain/circular.ts';
import { escapeXml } from './docx-parts.ts';
import { isField } from './fields.ts';

/**
 * Runs as html: words as they are, a field with the id and source of its data. Before a bracket
 * that follows a field a line may break; browsers would keep `97.1%（34/35）` whole.
 */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map((run, index) => `${mayBreak(run, runs[index - 1])}${runHtml(run)}`).join('');
}

function mayBreak(run: Run, before: Run | undefined): string {
  return before && isField(before) && run.text.startsWith('（') ? '<wbr>' : '';
}

function runHtml(run: Run): string {
  const text = escapeXml(run.text);
  if (!isField(run)) return text;
  const source = escapeXml(`${run.field} ← ${run.source}`);
  const id = escapeXml(run.field);
  return `<span class="field" data-field="${id}" title="${source}">${text}</span>`;
}

/** The key of a site as part of an anchor. */
export function siteAnchor(key: string): string {
  return encodeURIComponent(key).replaceAll('%', '_');
}

/** A link to an address of the web; plain text for anything else. */
export function linkHtml(url: string): string {
  const text = escapeXml(url);
  return /^https?:\/\//.test(url) ? `<a href="${text}" rel="nofollow noopener">${text}</a>` : text;
}
