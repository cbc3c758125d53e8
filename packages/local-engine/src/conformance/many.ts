/** Events of one name. */
export const many = (count: number, name: string, data: (index: number) => Record<string, unknown>) =>
  Array.from({ length: count }, (_value, index) => ({ name, data: data(index) }));
