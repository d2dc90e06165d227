import { refusalTexts } from './refusal-texts.ts';

export type Language = 'zh' | 'en';
export type RefusalCode = keyof typeof refusalTexts;
export type RefusalArgs = Readonly<Record<string, string | number>>;

/**
 * A user's mistake or an act that may not be done: a code and its arguments. The text, with the
 * remedy, stands in `refusal-texts.ts`; only a door turns it into words and an exit code.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly args: RefusalArgs;

  constructor(code: RefusalCode, args: RefusalArgs = {}) {
    super(refusalText(code, args, 'en'));
    this.code = code;
    this.args = args;
  }
}

/** The sentence of a refusal with its `{arguments}` filled in. */
export function refusalText(code: RefusalCode, args: RefusalArgs, language: Language): string {
  return refusalTexts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in args ? String(args[name]) : whole,
  );
}
