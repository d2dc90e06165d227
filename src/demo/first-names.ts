/** What units were called before the reform of early 2019, by the name they have now. */
export const firstNames: Readonly<Record<string, string>> = {
  市农业农村局: '市农业局',
  市生态环境局: '市环保局',
  市水利和湖泊局: '市水务局',
  市自然资源和规划局: '市国土资源局',
  市卫健委: '市卫计委',
};
