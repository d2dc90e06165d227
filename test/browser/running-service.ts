import type { Things } from '../doors/roles/role-world.ts';
import { OfficePerson } from '../office/office-client.ts';

/** A service that runs already, seen by somebody who signs in there. */
export interface RunningService {
  origin: string;
  cookie: string;
  /** One thing of each kind that its lists show to that person. */
  things: Things;
}

const lists: Partial<Record<keyof Things, string>> = {
  region: '/regions',
  unit: '/units',
  site: '/sites',
  campaign: '/campaigns',
  finding: '/findings',
  appeal: '/appeals',
  order: '/orders',
  escalation: '/escalations',
  talk: '/talks',
  deadline: '/deadlines',
};

/** Signs in and finds something to look at of every kind; what a list does not have is left out. */
export async function reachService(
  origin: string,
  { login, password }: { login: string; password: string },
): Promise<RunningService> {
  const person = await new OfficePerson(origin).signIn(login, password);
  const things: Partial<Things> = {};
  for (const [name, path] of Object.entries(lists)) {
    const { status, body } = await person.send('GET', `${path}?limit=20`);
    const items = status === 200 ? (body['items'] as { id: number }[]) : [];
    // Not the first: the best sites have the least to show.
    const item = items[Math.floor(items.length / 2)];
    if (item) things[name as keyof Things] = item.id;
  }
  return { origin, cookie: person.session, things: things as Things };
}
