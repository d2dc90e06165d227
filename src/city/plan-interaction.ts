import { addDays, type CivilDate, daysBetween } from '#base/civil-date.ts';
import { minusPeriod } from '#base/period.ts';
import type { SiteKind } from '#domain/site.ts';
import type { ChannelPlan, EventPlan, LetterPlan } from './city-plan.ts';
import type { Rng } from './rng.ts';
import { type FaultBrief, hasDecoy, type SiteBrief } from './site-brief.ts';

/** Surveys and interviews a year that a site of this kind must hold. */
export function yearlyMinimum(kind: SiteKind): number {
  return kind === 'department' ? 3 : 6;
}

/** Fills mailboxes, survey and interview channels and guides as the brief asks. */
export function fillInteraction(
  channels: ChannelPlan[],
  brief: SiteBrief,
  asOf: CivilDate,
  rng: Rng,
): void {
  for (const channel of channels) {
    if (channel.kind === 'consultation') setLetters(channel, consultations(brief, asOf, rng), 10);
    if (channel.kind === 'complaint') setLetters(channel, complaintLetters(asOf, rng), 10);
    if (channel.role === 'survey' || channel.role === 'interview') {
      channel.events = eventsOf(channel.role, brief, asOf, rng);
      channel.count = channel.events.length;
      if (channel.count === 0) channel.blankText = '暂无信息';
    }
    if (channel.role === 'guides') fillGuides(channel, brief, asOf, rng);
  }
}

function setLetters(channel: ChannelPlan, letters: LetterPlan[], perPage: number): void {
  channel.letters = letters.sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  channel.count = letters.length;
  channel.perPage = perPage;
}

function letter(
  askedAt: CivilDate,
  answerDays: number | null,
  category: LetterPlan['category'] = 'consultation',
): LetterPlan {
  return {
    askedAt,
    answeredAt: answerDays === null ? null : addDays(askedAt, answerDays),
    category,
  };
}

function consultations(brief: SiteBrief, asOf: CivilDate, rng: Rng): LetterPlan[] {
  const yearAgo = minusPeriod(asOf, 'P1Y');
  const letters = [letter(addDays(yearAgo, -40), 5), letter(addDays(yearAgo, -90), 12)];
  const answered = brief.isThin ? 1 : rng.int(4, 9);
  if (!brief.faults.some(({ fault }) => fault === 'letter-none')) {
    for (let at = 0; at < answered; at++)
      letters.push(letter(addDays(asOf, -20 - at * 30), rng.int(1, 15)));
    // Waiting, and still within its three months.
    letters.push(letter(addDays(asOf, -rng.int(2, 15)), null));
    if (hasDecoy(brief, 'boundary-letter')) letters.push(letter(minusPeriod(asOf, 'P3M'), null));
  }
  letters.push(letter(addDays(asOf, -150), null, 'complaint'));
  for (let at = 0; at < unansweredLetters(brief.faults); at++) {
    const late = at === 0 ? 1 : rng.int(2, 200);
    letters.push(letter(addDays(minusPeriod(asOf, 'P3M'), -late), null));
  }
  return letters;
}

function unansweredLetters(faults: readonly FaultBrief[]): number {
  const fault = faults.find((each) => each.fault === 'letter-unanswered');
  return fault?.fault === 'letter-unanswered' ? fault.count : 0;
}

function complaintLetters(asOf: CivilDate, rng: Rng): LetterPlan[] {
  return [
    letter(addDays(asOf, -rng.int(100, 300)), null, 'complaint'),
    letter(addDays(asOf, -rng.int(30, 90)), 8, 'complaint'),
    letter(addDays(asOf, -rng.int(310, 420)), 20, 'complaint'),
  ];
}

function eventsOf(
  role: 'survey' | 'interview',
  brief: SiteBrief,
  asOf: CivilDate,
  rng: Rng,
): EventPlan[] {
  const held = heldEvents(role, brief, rng);
  const yearAgo = minusPeriod(asOf, 'P1Y');
  const days = daysBetween(yearAgo, asOf);
  const firstTopic = rng.int(0, 18);
  const events: EventPlan[] = [];
  const add = (date: CivilDate, as: EventPlan['as'], topic = firstTopic + events.length) =>
    events.push({ topic, date, as });
  for (let at = 0; at < held; at++) {
    const isLast = at === held - 1;
    // The earliest stands on the boundary day, which still counts.
    add(isLast ? yearAgo : addDays(asOf, -8 - Math.floor((at * (days - 20)) / held)), 'event');
  }
  if (held > 0) add(addDays(asOf, -3), 'repost', firstTopic);
  if (role === 'survey') add(addDays(asOf, -2), 'result', held > 0 ? firstTopic : firstTopic + 17);
  if (held > 0 || rng.chance(0.7)) {
    add(addDays(yearAgo, -1), 'event');
    add(addDays(yearAgo, -rng.int(30, 200)), 'event');
  }
  return events.sort((a, b) => (a.date < b.date ? 1 : -1));
}

function heldEvents(role: 'survey' | 'interview', brief: SiteBrief, rng: Rng): number {
  for (const fault of brief.faults) {
    if (fault.fault === `${role}-none`) return 0;
    if (fault.fault === `${role}-few` && 'held' in fault) return fault.held;
  }
  return yearlyMinimum(brief.kind) + (brief.isThin ? 0 : rng.int(0, 3));
}

function fillGuides(channel: ChannelPlan, brief: SiteBrief, asOf: CivilDate, rng: Rng): void {
  const incomplete = brief.faults.find(({ fault }) => fault === 'guide-incomplete');
  const faulty = incomplete?.fault === 'guide-incomplete' ? incomplete.count : 0;
  const lacks = incomplete?.fault === 'guide-incomplete' ? incomplete.lacks : 0;
  channel.count = Math.max(4, faulty + 2);
  channel.newest = addDays(asOf, -rng.int(10, 60));
  channel.spacingDays = 9;
  const losable = ['legal-basis', 'conditions', 'place', 'hours', 'telephone', 'procedure'];
  channel.guides = Array.from({ length: channel.count }, (_, entry) => ({
    missing: entry < faulty ? losable.slice(0, lacks) : [],
  }));
}
