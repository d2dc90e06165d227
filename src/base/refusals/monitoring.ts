/** Refusals of standing monitoring, notices and webhooks. */
export const monitoringRefusals = {
  'maintenance-length': {
    zh: '维护时段的结束须晚于开始，且不超过14天。更长的停用请办理临时下线。',
    en: 'Maintenance ends after it begins and lasts 14 days at most. For longer, suspend the site.',
  },
} as const;
