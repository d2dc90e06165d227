/** What a setting is written as. `text` may be empty; `duration` is in milliseconds. */
export type SettingKind = 'text' | 'count' | 'port' | 'duration';

/** One thing that an installation may set. */
export interface Setting {
  env: string;
  kind: SettingKind;
  /** As it would be written; null: not set. */
  default: string | null;
  /** What a number counts; null for a text. */
  unit: string | null;
  least?: number;
  most?: number;
  /** Never shown. */
  secret?: true;
  doc: { zh: string; en: string };
}
