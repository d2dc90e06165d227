import type { TourWord } from '../../words/tour.ts';

/** One step: a screen, the place on it that is spoken of, and what is said. */
export interface TourStep {
  path: string;
  /** What is outlined, as a selector; a screen without it goes unmarked. */
  place: string;
  word: TourWord;
}

const at = (path: string, word: TourWord): TourStep => ({
  path,
  place: `.rail-link[href^="${path}"]`,
  word,
});

const end: TourStep = { path: '/', place: '.person-button', word: 'end' };

/** The tour of the office. */
export const officeSteps: readonly TourStep[] = [
  { path: '/', place: 'main h1', word: 'overview' },
  { path: '/', place: '.heat-says', word: 'heat' },
  at('/sites', 'sites'),
  at('/campaigns', 'campaigns'),
  at('/review', 'review'),
  at('/orders', 'orders'),
  at('/circulars', 'circulars'),
  end,
];

/** The tour of a unit. */
export const unitSteps: readonly TourStep[] = [
  { path: '/', place: 'main h1', word: 'mySites' },
  at('/my-findings', 'findings'),
  at('/orders', 'orders'),
  at('/my-appeals', 'appeals'),
  end,
];
