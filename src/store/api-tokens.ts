import type { Instant } from '#base/civil-date.ts';
import type { Post } from '#domain/person.ts';
import type { Database, Tx } from './database/database.ts';
import { postsAsRights } from './people.ts';

/** A token of a program, without the secret itself. */
export interface ApiToken {
  id: number;
  name: string;
  scopes: string[];
  createdAt: Instant;
  expiresAt: Instant | null;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

export async function insertToken(
  tx: Tx,
  token: {
    personId: number;
    name: string;
    tokenHash: string;
    scopes: string[];
    at: Instant;
    expiresAt: Instant | null;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('api_tokens')
    .values({
      person_id: token.personId,
      name: token.name,
      token_hash: token.tokenHash,
      scopes: token.scopes,
      created_at: token.at,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whose a token is that holds now; notes that it was used. */
export async function useToken(
  db: Database,
  tokenHash: string,
  now: Instant,
): Promise<{ personId: number; name: string; scopes: string[]; posts: Post[] } | null> {
  const row = await db
    .updateTable('api_tokens')
    .from('people')
    .set({ used_at: now })
    .whereRef('people.id', '=', 'api_tokens.person_id')
    .where('api_tokens.token_hash', '=', tokenHash)
    .where('api_tokens.revoked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('api_tokens.expires_at', 'is', null), eb('api_tokens.expires_at', '>', now)]),
    )
    .where('people.disabled_at', 'is', null)
    .returning([
      'people.id as personId',
      'people.name',
      'api_tokens.scopes',
      postsAsRights('people.id').as('posts'),
    ])
    .executeTakeFirst();
  return row ?? null;
}

export async function listTokens(db: Database, personId: number): Promise<ApiToken[]> {
  return await db
    .selectFrom('api_tokens')
    .select([
      'id',
      'name',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'used_at as usedAt',
      'revoked_at as revokedAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
}

/** False when that person has no such token that holds. */
export async function revokeToken(
  tx: Tx,
  { id, personId }: { id: number; personId: number },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
