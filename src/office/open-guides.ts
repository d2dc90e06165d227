import { type GuideFiles, readGuideFiles } from '#store/guide-files.ts';

export type { GuideFiles };

/** The guides for the office, for units and for citizens, as they come with this package. */
export function openGuides(): GuideFiles {
  return readGuideFiles();
}
