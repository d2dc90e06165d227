import type { Period } from '#base/period.ts';
import type { Marked, MarkedTerms } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { requiredTerms, siteKinds, termTypes } from './known-names.ts';
import { readCount, readMarked, readMembers, readPeriod, readShare } from './rubric-fields.ts';
import { member, note, type Place } from './rubric-sheet.ts';

/** For whom terms are set: everyone, or one kind of site. */
export const termScopes = ['all', ...siteKinds] as const;

/** Reads `terms`: those for all, and what a kind of site has otherwise. */
export function parseTerms(place: Place): Record<SiteKind, MarkedTerms> {
  const scopes = new Map(
    readMembers(place, termScopes, 'unknown-name', (scope) =>
      Object.fromEntries(
        readMembers(scope, Object.keys(termTypes), 'unknown-name', (term, key) =>
          readMarked(term, (value) => readTerm(value, key)),
        ),
      ),
    ),
  );
  const forAll: Record<string, Marked<number | Period>> = scopes.get('all') ?? {};
  for (const key of requiredTerms) {
    if (!(key in forAll)) note(member(place, 'all'), 'key-missing', { key });
  }
  const forKind = (kind: SiteKind): MarkedTerms => ({ ...forAll, ...scopes.get(kind) });
  return {
    portal: forKind('portal'),
    department: forKind('department'),
    ministry: forKind('ministry'),
    'ministry-without-services': forKind('ministry-without-services'),
  };
}

/** Reads the value of one term by its type. */
export function readTerm(place: Place, key: string): number | Period {
  const type = termTypes[key];
  if (type === 'period') return readPeriod(place);
  return type === 'share' ? readShare(place) : readCount(place);
}
