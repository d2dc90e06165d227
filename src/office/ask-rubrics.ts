import { Refusal } from '#base/refusal.ts';
import type { Bilingual, Rubric, RubricDifference, RubricWarning } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { listRubrics } from '#store/load-data.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { compareRubrics, packagedRubrics, studyRubric } from './study-rubrics.ts';

/** A rubric in a list. */
export interface RubricLine {
  ref: RubricRef;
  title: Bilingual;
  vetoes: number;
  deductions: number;
  bonus: number;
}

/** A rubric to be read, with what its reader should know of it. */
export interface RubricView {
  rubric: Rubric;
  warnings: RubricWarning[];
}

/** The rubrics that come with the program, in the order of their names. */
export async function askRubrics(): Promise<{ items: RubricLine[]; next: null }> {
  const items = packagedRubrics().map(({ ref, title, vetoes, deductions, bonus }) => {
    const counts = { vetoes: vetoes.length, deductions: deductions.length, bonus: bonus.length };
    return { ref, title, ...counts };
  });
  return { items, next: null };
}

/** One of them, whole. Refuses one that nobody knows. */
export async function askRubric(id: string): Promise<RubricView> {
  return studyRubric(known(id), []);
}

/** The rubric that a campaign judges by, as it was kept with it. */
export async function askCampaignRubric(desk: Desk, id: number): Promise<RubricView> {
  return { rubric: campaignRubric(await visibleCampaign(desk, id)), warnings: [] };
}

/** Where two of them differ. */
export async function askRubricDifferences(
  one: string,
  other: string,
): Promise<{ differences: RubricDifference[] }> {
  const [before, after] = [
    studyRubric(known(one), []).rubric,
    studyRubric(known(other), []).rubric,
  ];
  return { differences: compareRubrics(before, after) };
}

/** By id only: who asks through the network names no files of this machine. */
function known(id: string): string {
  const all = listRubrics();
  if (!all.includes(id)) {
    throw new Refusal('rubric-unknown', { rubric: id, known: all.join(', ') });
  }
  return id;
}
