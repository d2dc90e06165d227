/** Refusals of people, sign-in and the API. */
export const peopleRefusals = {} as const;
