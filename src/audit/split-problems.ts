/**
 * The problems of an annex cell, one text each. Cells separate them by semicolons or line breaks
 * and number them; the item number is cut first, or `1.2周内` would read as 1.2 weeks.
 */
export function splitProblems(cell: string): string[] {
  const parts = cell
    .split(/[；;\n]|。(?=.)/)
    .map((part) => part.replace(/[。；;]+$/, '').trim())
    .filter((part) => part !== '');
  const numbered = parts.length > 1 && parts.every((part, index) => hasNumber(part, index + 1));
  if (!numbered) return parts.map((part) => part.replace(/^[（(]?1[)）、]/, ''));
  return parts.map((part, index) => part.slice(numberLength(part, index + 1)));
}

function hasNumber(part: string, number: number): boolean {
  return numberLength(part, number) > 0;
}

function numberLength(part: string, number: number): number {
  const match = /^[（(]?(\d{1,2})[.．、)）]/.exec(part);
  return match && Number(match[1]) === number ? match[0].length : 0;
}
