import { assert, present } from '#base/assert.ts';
import type { Behaviour, ChannelPlan, EntryPlace, LinkPlan, SitePlan } from './city-plan.ts';
import { homeChannels } from './plan-home.ts';
import type { Rng } from './rng.ts';
import { type FaultBrief, hasDecoy, type SiteBrief } from './site-brief.ts';

type Ground = Pick<SitePlan, 'channels' | 'targets' | 'links'>;
type LinkForm = LinkPlan['as'];

/** Plants the dead, undecidable and merely suspicious links that the brief orders. */
export function plantLinks(ground: Ground, brief: SiteBrief, rng: Rng): void {
  for (const fault of brief.faults) {
    if (fault.fault === 'link-dead') plantDead(ground, fault, rng);
    if (fault.fault === 'link-blocked') plantBlocked(ground, fault, rng);
    if (fault.fault === 'service-download-dead') plantInGuides(ground, 'download', fault.count);
    if (fault.fault === 'service-system-dead') plantInGuides(ground, 'system', fault.count);
  }
  plantDecoys(ground, brief, rng);
}

const deadElsewhere: readonly Behaviour[] = [
  'missing',
  'error',
  'soft-404',
  'gone',
  'redirect-home',
  'refused',
  'reset',
  'redirect-loop',
  'unavailable',
];
const deadAtHome: readonly Behaviour[] = ['missing', 'error', 'refused', 'gone', 'soft-404'];

function plantDead(ground: Ground, fault: FaultBrief & { fault: 'link-dead' }, rng: Rng): void {
  const usual = rng.shuffled(fault.on === 'homepage' ? deadAtHome : deadElsewhere);
  const behaviours = fault.as ?? usual;
  for (let at = 0; at < fault.count; at++) {
    const behaviour = present(behaviours[at % behaviours.length], 'a dead link behaves somehow');
    if (fault.on === 'homepage') {
      const form = rng.pick(['shortcut', 'friend', 'image'] as const);
      plant(ground, behaviour, at === 0 && fault.text ? 'shortcut' : form, null, fault.text, rng);
    } else if (at % 4 === 3 && plantDeadRow(ground, rng)) continue;
    else
      plant(ground, behaviour, formFor(behaviour, rng), pickArticle(ground, rng), undefined, rng);
  }
}

function formFor(behaviour: Behaviour, rng: Rng): LinkForm {
  const mayBeFile = behaviour === 'missing' || behaviour === 'gone' || behaviour === 'error';
  return mayBeFile ? rng.pick(['inline', 'attachment', 'image'] as const) : 'inline';
}

const blocked: readonly Behaviour[] = ['forbidden', 'challenge', 'unauthorised', 'throttled'];

function plantBlocked(
  ground: Ground,
  fault: FaultBrief & { fault: 'link-blocked' },
  rng: Rng,
): void {
  for (let at = 0; at < fault.count; at++) {
    const behaviour = present(blocked[at % blocked.length], 'a blocked link behaves somehow');
    const place = fault.on === 'homepage' ? null : pickArticle(ground, rng);
    plant(ground, behaviour, place ? 'inline' : 'shortcut', place, undefined, rng);
  }
}

function plantInGuides(ground: Ground, as: 'download' | 'system', count: number): void {
  const guides = present(
    ground.channels.find(({ role }) => role === 'guides'),
    'no guides to plant faults in',
  );
  for (let at = 0; at < count; at++) {
    const path = as === 'download' ? `/attach/g${at}.doc` : `/online/g${at}.html`;
    const behaviour = as === 'download' ? 'missing' : 'error';
    const target = ground.targets.push({ behaviour, host: 'own', path, entry: null, as }) - 1;
    const place = { channel: guides.index, entry: at % guides.count };
    const text = as === 'download' ? '申请表' : '在线办理';
    ground.links.push({ target, as, place, text, variant: 'plain' });
  }
}

function plantDecoys(ground: Ground, brief: SiteBrief, rng: Rng): void {
  const inline = (behaviour: Behaviour) =>
    plant(ground, behaviour, 'inline', pickArticle(ground, rng), undefined, rng);
  if (hasDecoy(brief, 'recovering-links')) inline('recovers-503');
  if (hasDecoy(brief, 'recovering-links') && rng.chance(0.5)) inline('recovers-reset');
  if (hasDecoy(brief, 'working-redirects')) {
    inline('redirect');
    inline('cookie-loop');
  }
  const outside = { behaviour: 'file', host: 'outside', path: '/index.html', entry: null } as const;
  const target = ground.targets.push({ ...outside, as: 'link' }) - 1;
  ground.links.push({ target, as: 'friend', place: null, text: '友好单位', variant: 'plain' });
  if (hasDecoy(brief, 'session-links')) plantVariants(ground, rng);
}

/** The same address twice more, with a session id and with a fragment: still one target. */
function plantVariants(ground: Ground, rng: Rng): void {
  const link = ground.links.find(
    ({ target, as, place }) =>
      as === 'inline' && place !== null && ground.targets[target]?.host === 'own',
  );
  if (!link) return;
  for (const variant of ['session', 'fragment'] as const) {
    ground.links.push({ ...link, place: pickArticle(ground, rng), variant });
  }
}

const folders: Record<LinkForm, [folder: string, suffix: string]> = {
  shortcut: ['special', 'html'],
  friend: ['exchange', 'html'],
  image: ['pic', 'jpg'],
  inline: ['topic', 'html'],
  attachment: ['attach', 'doc'],
  download: ['attach', 'doc'],
  system: ['online', 'html'],
};
/** Addresses below this one are 404 on the host outside the city. */
export const OUTSIDE_GONE = '/gone/';

const texts = ['相关链接', '查看详情', '业务系统', '详细内容', '专题页面', '公告原文'];

function plant(
  ground: Ground,
  behaviour: Behaviour,
  as: LinkForm,
  place: EntryPlace | null,
  text: string | undefined,
  rng: Rng,
): void {
  const [folder, suffix] = folders[as];
  const isOutside = behaviour === 'missing' && as === 'inline' && rng.chance(0.4);
  const name = `t${ground.targets.length + 1}.${suffix}`;
  const path = isOutside ? `${OUTSIDE_GONE}${name}` : `/${folder}/${name}`;
  const host = behaviour === 'refused' ? 'dead' : isOutside ? 'outside' : 'own';
  const target = ground.targets.push({ behaviour, host, path, entry: null, as: 'link' }) - 1;
  ground.links.push({ target, as, place, text: text ?? rng.pick(texts), variant: 'plain' });
}

/** A list row whose article is gone, away from what homepage and sidebars show. */
function plantDeadRow(ground: Ground, rng: Rng): boolean {
  const shown = new Set(homeChannels(ground.channels).map(({ index }) => index));
  const channels = articleChannels(ground).filter(
    (channel) =>
      !shown.has(channel.index) && channel.order === 'newest-first' && channel.sticky === 0,
  );
  const free = channels.filter(
    (channel) =>
      channel.count - channel.future >= 3 &&
      !ground.targets.some(({ entry }) => entry?.channel === channel.index),
  );
  if (free.length === 0) return false;
  const channel = rng.pick(free);
  const entry = { channel: channel.index, entry: Math.min(channel.count - 2, channel.future + 7) };
  if (ground.links.some(({ place }) => isSamePlace(place, entry))) return false;
  ground.targets.push({ behaviour: 'missing', host: 'own', path: null, entry, as: 'link' });
  return true;
}

function isSamePlace(a: EntryPlace | null, b: EntryPlace): boolean {
  return a?.channel === b.channel && a.entry === b.entry;
}

function articleChannels(ground: Ground): ChannelPlan[] {
  return ground.channels.filter(
    ({ role, delivery, datesOn, count, future }) =>
      role === 'list' && delivery === 'html' && datesOn === 'rows' && count - future >= 2,
  );
}

/** An article that readers reach by plain links, among the newer ones of its channel. */
function pickArticle(ground: Ground, rng: Rng): EntryPlace {
  const readable = articleChannels(ground);
  const channels =
    readable.length > 0
      ? readable
      : ground.channels.filter(
          ({ role, delivery, count }) =>
            role === 'list' && delivery !== 'script-only' && count >= 2,
        );
  assert(channels.length > 0, 'a site needs an article to plant links in');
  for (;;) {
    const channel = rng.pick(channels);
    const most = Math.min(channel.count, channel.future + 40) - 1;
    const place = { channel: channel.index, entry: rng.int(channel.future, most) };
    if (!ground.targets.some(({ entry }) => isSamePlace(entry, place))) return place;
  }
}
