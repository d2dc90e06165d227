import { emWidth } from './em-width.ts';

/**
 * A title broken into lines of at most `maxWidth` characters: in two before the first of `breaks`
 * (in order of preference) with which both halves fit, for GB/T 9704 wants no word torn apart;
 * in even lines where none does.
 */
export function titleLines(title: string, breaks: readonly string[], maxWidth: number): string[] {
  if (emWidth(title) <= maxWidth) return [title];
  const place = breaks
    .map((word) => title.lastIndexOf(word))
    .find((at) => at > 0 && fits(title, at, maxWidth));
  if (place !== undefined) return [title.slice(0, place), title.slice(place)];
  const middle = Math.ceil(title.length / 2);
  const halves = [title.slice(0, middle), title.slice(middle)];
  return halves.flatMap((half) => titleLines(half, breaks, maxWidth));
}

function fits(title: string, place: number, maxWidth: number): boolean {
  return emWidth(title.slice(0, place)) <= maxWidth && emWidth(title.slice(place)) <= maxWidth;
}
