/** Refusals of standing monitoring, notices and webhooks. */
export const monitoringRefusals = {} as const;
