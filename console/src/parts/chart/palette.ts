/** The colours of charts, read from the page so that light and dark agree with all else. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  paper: string;
  accent: string;
  green: string;
  amber: string;
  red: string;
  grey: string;
  greySoft: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of('--ink'),
    quiet: of('--ink-3'),
    line: of('--line'),
    paper: of('--paper'),
    accent: of('--accent'),
    green: of('--green'),
    amber: of('--amber-mark'),
    red: of('--red'),
    grey: of('--grey-mark'),
    greySoft: of('--grey-soft'),
  };
}
