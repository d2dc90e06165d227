/**
 * Every refusal, in Chinese and English: what is wrong, where, and the remedy. `{name}` is filled
 * from the refusal's arguments. One entry a code; codes are kebab-case and never reused.
 */
export const refusalTexts = {
  'file-missing': {
    zh: '找不到文件 {file}。请检查路径。',
    en: 'There is no file {file}. Check the path.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
