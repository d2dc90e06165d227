import { ENGINE } from '#base/engine.ts';

/**
 * How we introduce ourselves to the servers we visit. `contact`: where their owners can write to
 * (an e-mail or web address, ASCII without blanks or brackets); null: none was given.
 */
export function userAgentOf(contact: string | null): string {
  const words = ['compatible', `Xunwang/${ENGINE}`, 'government website supervision'];
  const all = contact === null ? words : [...words, `+${contact}`];
  return `Mozilla/5.0 (${all.join('; ')})`;
}
