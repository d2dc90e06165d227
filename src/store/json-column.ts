/** A value as a jsonb column takes it; null stays null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** The same where nothing may stand. */
export function toJsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
