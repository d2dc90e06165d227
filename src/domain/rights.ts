import type { Actor, Place, Post, Role } from './person.ts';

/** Who may do something: these roles within their region, those within their unit. */
export interface Right {
  region: readonly Role[];
  unit: readonly Role[];
  /** Whether the person's second factor must be fresh: for what cannot be undone. */
  secondFactor?: true;
}

const office = ['inspector', 'reviewer', 'leader'] as const satisfies Role[];
const readers = [...office, 'auditor'] as const satisfies Role[];
const unit = ['unit-editor', 'unit-head'] as const satisfies Role[];

/**
 * The one table of what each role may see and do. Doors ask for a right by its name, acts require
 * it, and a test walks every route with every role in its own and in a foreign place.
 */
export const rights = {
  'register.read': { region: readers, unit },
  'register.edit': { region: ['inspector'], unit: [] },
  'channel.edit': { region: ['inspector'], unit: [] },
  'rubric.activate': { region: ['admin', 'leader'], unit: [] },
  'campaign.read': { region: readers, unit },
  'campaign.open': { region: ['inspector'], unit: [] },
  'campaign.lead': { region: ['inspector'], unit: [] },
  'finding.read': { region: readers, unit },
  'finding.review': { region: ['inspector', 'reviewer'], unit: [] },
  'finding.second': { region: ['reviewer'], unit: [] },
  'explanation.read': { region: readers, unit },
  'explanation.claim': { region: [], unit },
  'explanation.decide': { region: ['reviewer'], unit: [] },
  'appeal.read': { region: readers, unit },
  'appeal.file': { region: [], unit },
  'appeal.assign': { region: ['inspector', 'reviewer', 'leader'], unit: [] },
  'appeal.decide': { region: ['reviewer'], unit: [] },
  'circular.read': { region: readers, unit: [] },
  'circular.draft': { region: ['inspector'], unit: [] },
  'circular.return': { region: ['inspector', 'leader'], unit: [] },
  'circular.sign': { region: ['leader'], unit: [], secondFactor: true },
  'circular.publish': { region: ['leader'], unit: [], secondFactor: true },
  'order.read': { region: readers, unit },
  'order.issue': { region: ['inspector'], unit: [] },
  'order.reply': { region: [], unit },
  'order.close': { region: ['inspector'], unit: [] },
  'escalation.read': { region: readers, unit },
  'escalation.decide': { region: ['leader'], unit: [] },
  'escalation.record': { region: ['inspector', 'leader'], unit: [] },
  'monitoring.read': { region: readers, unit },
  'monitoring.lead': { region: ['inspector'], unit: [] },
  'maintenance.report': { region: ['inspector'], unit },
  'site.check': { region: ['inspector'], unit },
  'deadline.read': { region: readers, unit },
  'deadline.extend': { region: ['reviewer', 'leader'], unit: [] },
  'calendar.read': { region: [...readers, 'admin'], unit },
  'calendar.edit': { region: ['admin'], unit: [] },
  'person.read': { region: ['admin', 'auditor'], unit: [] },
  'person.edit': { region: ['admin'], unit: [], secondFactor: true },
  'settings.read': { region: ['admin', 'auditor'], unit: [] },
  'job.read': { region: ['admin', 'auditor', 'inspector'], unit: [] },
  'job.edit': { region: ['admin'], unit: [] },
  'ledger.read': { region: ['admin', 'auditor'], unit: [] },
  'webhook.edit': { region: ['admin'], unit: [] },
  'matter.read': { region: readers, unit },
  'matter.triage': { region: ['inspector'], unit: [] },
  'matter.answer': { region: [], unit },
  'matter.review': { region: ['inspector', 'reviewer'], unit: [] },
  'matter.extend': { region: ['reviewer', 'leader'], unit: [] },
  'matter.contact': { region: ['inspector'], unit },
  'template.edit': { region: ['inspector'], unit },
  'notice.read': { region: [...readers, 'admin'], unit },
} as const satisfies Record<string, Right>;
export type RightName = keyof typeof rights;

/** Whether an actor holds a right at a place. A job of the service may do what it is for. */
export function may(actor: Actor, name: RightName, place: Place): boolean {
  if (actor.kind === 'job') return true;
  if (actor.kind === 'public' || !isInScope(actor, name)) return false;
  const right: Right = rights[name];
  return actor.posts.some(
    (post) =>
      (post.place.unit === null &&
        right.region.includes(post.role) &&
        place.region.startsWith(post.place.region)) ||
      (post.place.unit !== null &&
        right.unit.includes(post.role) &&
        place.unit !== null &&
        place.unit.startsWith(post.place.unit)),
  );
}

/** Whether an actor holds a right anywhere: enough to ask for a list, which then shows its own. */
export function mayAnywhere(actor: Actor, name: RightName): boolean {
  if (actor.kind === 'job') return true;
  if (actor.kind === 'public' || !isInScope(actor, name)) return false;
  const right: Right = rights[name];
  return actor.posts.some(({ role, place }) =>
    (place.unit === null ? right.region : right.unit).includes(role),
  );
}

/** Where an actor holds a right: paths of regions and of units; null: everywhere (a job). */
export interface Reach {
  regions: string[];
  units: string[];
}

/** What a list may show to an actor. Nothing when the right is held nowhere. */
export function reachOf(actor: Actor, name: RightName): Reach | null {
  if (actor.kind === 'job') return null;
  if (actor.kind === 'public' || !isInScope(actor, name)) return { regions: [], units: [] };
  const right: Right = rights[name];
  const held = ({ role, place }: Post) =>
    (place.unit === null ? right.region : right.unit).includes(role);
  const places = actor.posts.filter(held).map(({ place }) => place);
  return {
    regions: places.filter(({ unit: path }) => path === null).map(({ region }) => region),
    units: places.flatMap(({ unit: path }) => (path === null ? [] : [path])),
  };
}

function isInScope(actor: Actor & { kind: 'person' }, name: RightName): boolean {
  return actor.scopes === undefined || actor.scopes.includes(name);
}
