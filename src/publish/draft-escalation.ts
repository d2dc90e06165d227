import { formatChineseDate } from '#base/civil-date.ts';
import type { EscalationDraft, EscalationFacts } from '#domain/escalation.ts';
import type { EscalationStep } from '#domain/ladder.ts';

/** Words of each step's letter, from `wording/escalation.zh.yaml`. */
export type EscalationWording = Readonly<Record<EscalationStep, EscalationDraft>>;

/** Drafts the letter of a step from its facts. A paragraph that nothing fills is left out. */
export function draftEscalation(
  step: EscalationStep,
  facts: EscalationFacts,
  wording: EscalationWording,
): EscalationDraft {
  const words: Record<string, string> = {
    unit: facts.unit,
    campaign: facts.campaign,
    dueOn: formatChineseDate(facts.dueOn),
    open: String(facts.open),
    overdue: String(facts.overdue),
    failed: String(facts.failed),
    reason: facts.reason,
    repetitions: facts.repetitions.map(repetitionWords).join(''),
  };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
  const { title, salutation, paragraphs } = wording[step];
  return {
    title: fill(title),
    salutation: fill(salutation),
    paragraphs: paragraphs.map(fill).filter((paragraph) => paragraph !== ''),
  };
}

function repetitionWords({
  site,
  indicator,
  since,
}: EscalationFacts['repetitions'][number]): string {
  return `${site}的“${indicator}”问题自${since}起连续出现。`;
}
