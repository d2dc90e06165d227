/** Refusals of campaigns, inspections and the service itself. */
export const campaignRefusals = {} as const;
