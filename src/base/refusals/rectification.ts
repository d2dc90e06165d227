/** Refusals of orders, escalation, talks and deadlines. */
export const rectificationRefusals = {} as const;
