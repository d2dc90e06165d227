/** Refusals of review, explanations, appeals and circulars. */
export const hearingRefusals = {} as const;
