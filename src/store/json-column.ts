/** A value as a jsonb column takes it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, storable);
}

/** The same where nothing may stand; null stays null. */
export function toJsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : toJson(value);
}

/** Pages say anything; PostgreSQL keeps neither the character zero nor half a character. */
function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}
