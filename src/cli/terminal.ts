import type { Language } from '#base/refusal.ts';

/** Where a command writes and what it knows of its caller. Handed in, so that tests can listen. */
export interface Terminal {
  language: Language;
  /** Results: what a pipe gets. */
  out(text: string): void;
  /** Progress and complaints. */
  complain(text: string): void;
  /** Whether progress may be drawn (standard error is a terminal). */
  isLive: boolean;
  isColoured: boolean;
  widthColumns: number;
  /** Asks the person at the terminal; null where nobody sits there. */
  ask?(question: string): Promise<string | null>;
  /** Aborts on Ctrl-C and termination. */
  signal: AbortSignal;
}

/** A colour for state, with its word beside it always. Nothing on what is not a terminal. */
export function paint(
  terminal: Terminal,
  colour: 'red' | 'green' | 'yellow' | 'grey',
  text: string,
): string {
  if (!terminal.isColoured) return text;
  const code = { red: 31, green: 32, yellow: 33, grey: 90 }[colour];
  return `\u001b[${code}m${text}\u001b[0m`;
}
