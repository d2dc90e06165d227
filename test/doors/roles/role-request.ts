import type { Route } from '#api/route.ts';
import type { RoleRow } from './role-rows.ts';
import type { PlaceName, RoleCaller, RoleWorld } from './role-world.ts';

/** Parameters that name a thing of the region as a whole. */
const ofRegion = ['campaign', 'circular', 'webhook', 'region'];

/** Whose the thing is that a route speaks of; a list speaks of many. */
export function ofWhat(
  { method, path, entrance }: Route,
  { of }: RoleRow,
): 'unit' | 'region' | 'caller' | 'office' | 'list' {
  if (of !== undefined) return of;
  const names = parametersOf(path);
  if (names.length === 0) return method === 'get' ? 'list' : 'office';
  if (entrance === 'signed-in') return 'caller';
  return names.some((name) => ofRegion.includes(name)) ? 'region' : 'unit';
}

export function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

/** Parameters that are named like a thing, filled with that of the place. */
export function fillParams(
  { path }: Route,
  { things, stranger }: RoleWorld,
  { place, caller }: { place: PlaceName; caller: RoleCaller },
): Record<string, string | number> {
  const personal = place === 'own' ? caller : stranger;
  const known: Record<string, number> = {
    ...things[place],
    token: personal.token,
    notice: personal.notice,
    view: personal.view,
  };
  const names = parametersOf(path).filter((name) => name in known);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? 0]));
}
