import { Refusal } from '#base/refusal.ts';
import type { Call } from '../portal-context.ts';
import type { Typed } from './fields.ts';

const MOST_FIELDS = 40;

/** What a form says: texts only, each once. Refuses what no form of a browser sends. */
export async function readForm({ http }: Call): Promise<Typed> {
  const typed: Record<string, string> = {};
  for (const [name, value] of await entriesOf(http)) {
    if (typeof value === 'string' && !(name in typed)) typed[name] = value;
  }
  return typed;
}

/** The file of a form, and its texts; an empty file is none. */
export async function readFileForm(
  { http }: Call,
  field: string,
): Promise<{ typed: Typed; bytes: Uint8Array | null }> {
  const entries = await entriesOf(http);
  const typed: Record<string, string> = {};
  let bytes: Uint8Array | null = null;
  for (const [name, value] of entries) {
    if (typeof value === 'string') typed[name] ??= value;
    else if (name === field && value.size > 0) bytes = new Uint8Array(await value.arrayBuffer());
  }
  return { typed, bytes };
}

async function entriesOf(http: Call['http']): Promise<[string, File | string][]> {
  const type = http.req.header('content-type') ?? '';
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  if (!isForm || http.req.header('content-encoding')) {
    throw new Refusal('media-type-other', { wanted: 'multipart/form-data' });
  }
  try {
    return [...(await http.req.formData())].slice(0, MOST_FIELDS) as [string, File | string][];
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('request-malformed', { fields: 'form' });
  }
}
