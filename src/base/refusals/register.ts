/** Refusals of the register and its import. */
export const registerRefusals = {} as const;
