/** Refusals of orders, escalation, talks and deadlines. */
export const rectificationRefusals = {
  'ladder-mistake': {
    zh: '{file} 第{line}行：{field} 应为 {wanted}。请修改后再启动。',
    en: '{file}, line {line}: {field} should be {wanted}. Correct it and start again.',
  },
} as const;
