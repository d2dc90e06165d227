import type { ReactNode } from 'react';

/** The mark of the product: a glass over a tick. */
export function Mark({ size = 24 }: { size?: number }): ReactNode {
  return <img src="/xunwang.svg" alt="" width={size} height={size} />;
}
